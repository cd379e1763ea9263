def wikievents(r, p):
    return []


def isaf_events(r, p):
    return []


def fa_kes(r, p):
    return []


def india_police_events(r, p):
    return []
