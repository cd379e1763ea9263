"""Disjoint groups with a memory: who was joined and why, and who must stay apart.

In: numbered things and judgements about pairs. Out: groups, each with its reasons in words. The root of a group is its
smallest member, so the result depends on the judgements alone and not on their order of arrival.
"""

from collections import defaultdict


class Groups:
    """Union-find over `0 … size - 1` that refuses to join what was told apart."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))
        self._apart: dict[int, set[int]] = defaultdict(set)
        self._reasons: dict[int, set[str]] = defaultdict(set)

    def find(self, item: int) -> int:
        """Return the smallest member of an item's group."""
        root = item
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[item] != root:
            self._parent[item], item = root, self._parent[item]
        return root

    def part(self, a: int, b: int) -> None:
        """Remember that two items are not one; items already joined stay joined."""
        one, two = self.find(a), self.find(b)
        if one != two:
            self._apart[one].add(two)
            self._apart[two].add(one)

    def is_apart(self, a: int, b: int) -> bool:
        """Return whether the groups of two items were told apart."""
        return self.find(b) in self._apart.get(self.find(a), ())

    def join(self, a: int, b: int, reason: str | None = None) -> bool:
        """Join the groups of two items and return whether they are one now."""
        one, two = sorted((self.find(a), self.find(b)))
        if one != two:
            if self.is_apart(one, two):
                return False
            self._parent[two] = one
            self._reasons[one] |= self._reasons.pop(two, set())
            for other in self._apart.pop(two, ()):
                self._apart[other].discard(two)
                self._apart[other].add(one)
                self._apart[one].add(other)
        if reason:
            self._reasons[one].add(reason)
        return True

    def reasons(self, item: int) -> tuple[str, ...]:
        """Return why the members of an item's group were taken for one."""
        return tuple(sorted(self._reasons.get(self.find(item), ())))

    def members(self) -> dict[int, list[int]]:
        """Return each group's members by its root."""
        found: dict[int, list[int]] = defaultdict(list)
        for item in range(len(self._parent)):
            found[self.find(item)].append(item)
        return dict(found)
