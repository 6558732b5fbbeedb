// The browser's twin of DoorRules.Decide: the same order, held to the same table of cases (door-cases.json).
const ended = new Set(["Cancelled", "Rejected", "Expired"]);
const waiting = new Set(["WaitingList", "Offered"]);
const open = new Set(["AwaitingEmail", "UnderReview"]);

/** Decides at the door. First who it is, then whether the person may come at all, then the day, the list, and last whether they are in. */
export function decide({ status, ticketIsRevoked, listIsOpen, isOnList, isIn }) {
  if (status === null) return "Unknown";
  if (status === "Replaced") return "Replaced";
  if (ended.has(status)) return "Cancelled";
  if (waiting.has(status)) return "WaitingList";
  if (open.has(status)) return "NotConfirmed";
  if (ticketIsRevoked) return "Replaced";
  if (!listIsOpen) return "NotToday";
  if (!isOnList) return "NotForThisList";
  return isIn ? "AlreadyIn" : "Welcome";
}
