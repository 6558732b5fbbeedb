// The browser's twin of DoorRules.Decide: the same order, held to the same table of cases (door-cases.json).
const ended = new Set(["Cancelled", "Rejected", "Expired"]);
const waiting = new Set(["WaitingList", "Offered"]);
const open = new Set(["AwaitingEmail", "UnderReview"]);

/** Decides at the door. First who it is, then whether the person may come at all, then the day, then whether they are in, and last the list. */
export function decide({ status, ticketIsRevoked, listIsOpen, isOnList, isIn }) {
  if (status === null) return "Unknown";
  if (status === "Replaced") return "Replaced";
  if (ended.has(status)) return "Cancelled";
  if (waiting.has(status)) return "WaitingList";
  if (open.has(status)) return "NotConfirmed";
  if (ticketIsRevoked) return "Replaced";
  if (!listIsOpen) return "NotToday";
  if (isIn) return "AlreadyIn";
  return isOnList ? "Welcome" : "NotForThisList";
}
