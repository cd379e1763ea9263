"use strict";
(() => {
  const form = document.querySelector("form.filter");
  const events = [...document.querySelectorAll("#timeline .event")];

  const openAround = (element) => {
    for (let at = element; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  };
  const openTarget = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (form && target.closest(".event[hidden]")) { form.reset(); filter(); }
    openAround(target);
    target.scrollIntoView({ block: target.matches(".sentence, .anchor") ? "center" : "start" });
  };

  const filter = () => {
    const asked = new FormData(form);
    const fits = (event) =>
      (!asked.get("actor") || event.dataset.actors.split(" ").includes(asked.get("actor"))) &&
      (!asked.get("type") || event.dataset.type === asked.get("type")) &&
      (!asked.get("status") || event.dataset.status === asked.get("status")) &&
      (!asked.get("disputed") || "disputed" in event.dataset) &&
      (!asked.get("origins") || "origins" in event.dataset);
    let shown = 0;
    for (const event of events) {
      event.hidden = !fits(event);
      shown += event.hidden ? 0 : 1;
    }
    for (const group of document.querySelectorAll("#timeline .day, #timeline .month, #timeline .background"))
      group.hidden = !group.querySelector(".event:not([hidden])");
    for (const gap of document.querySelectorAll("#timeline .gap")) gap.hidden = shown < events.length;
    for (const link of document.querySelectorAll(".strip a")) {
      const event = document.getElementById(link.getAttribute("href").slice(1));
      link.classList.toggle("faint", Boolean(event && event.hidden));
    }
    form.querySelector("output").textContent = shown === events.length ? "" : `${shown} of ${events.length} events`;
  };

  if (form) {
    form.hidden = false;
    form.addEventListener("change", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(filter));
    const unfold = form.querySelector(".unfold");
    unfold.addEventListener("click", () => {
      const open = unfold.getAttribute("aria-pressed") !== "true";
      unfold.setAttribute("aria-pressed", String(open));
      unfold.textContent = open ? "Hide all quotes" : "Show all quotes";
      for (const event of events) event.querySelector("details.evidence").open = open;
    });
    filter();
  }
  addEventListener("hashchange", openTarget);
  openTarget();
})();
