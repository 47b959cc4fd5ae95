"""Two schemas of one format, ours and the official one, and whether they give the same verdict on every record."""

from collections import Counter

from _emx import finish


def places(value):
    """The containers in a value, that are not empty."""
    if isinstance(value, (dict, list)) and value:
        yield value
        for child in value.values() if isinstance(value, dict) else value:
            yield from places(child)


class Verdicts:
    def __init__(self, differences):
        """What one refuses and the other does not: versions or `*`, who refuses, which finding, and why."""
        self.differences = differences
        self.problems, self.tried, self.used = [], 0, Counter()

    def compare(self, version, number, record, mine, theirs):
        self.tried += 1
        errors = {"ours": list(mine.iter_errors(record)), "theirs": list(theirs.iter_errors(record))}
        if bool(errors["ours"]) == bool(errors["theirs"]):
            self.used["both refuse" if errors["ours"] else "both accept"] += 1
            return
        side = "ours" if errors["ours"] else "theirs"
        reason = self.explanation(version, side, errors[side])
        self.used[reason] += 1
        if reason is None:
            words = "; ".join(f"{error.json_path}: {error.message[:120]}" for error in errors[side][:3])
            self.problems.append(f"{version}, variant {number}: only {side} refuses: {words}")

    def explanation(self, version, side, errors):
        """Why one refuses what the other does not; `None` unless each finding is explained."""
        reasons = []
        for error in errors:
            reason = next((why for versions, who, fits, why in self.differences
                           if who == side and (versions == "*" or version in versions.split()) and fits(error)), None)
            if reason is None:
                return None
            reasons.append(reason)
        return reasons[0]

    def finish(self):
        for _, _, _, reason in self.differences:
            if not self.used[reason]:
                self.problems.append(f"never seen, so not needed: {reason}")
        for reason, number in self.used.most_common():
            print(f"  {number}: {reason}")
        finish(f"{self.tried} footprints got a verdict from both schemas", self.problems)
