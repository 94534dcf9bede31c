"""Several processes on one PostgreSQL: P4 (one allowance for all senders), take-over, commit to call.

Options: `--only=bare,shared,takeover,signal --runs=3 --senders=2,3,4 --rates=30,1000 --kills=6 --calls=40`.
A bare run takes 15 s, a whole one 25 s at 30/s and 15 s at 1,000/s, the kills 20 s, the calls 15 s.
"""

from bench.options import option
from bench.processes.baring import bare
from bench.processes.calling import commit_to_call
from bench.processes.following import take_over
from bench.processes.sharing import Shared, shared
from bench.processes.stage import on_postgresql
from bench.table import Figure, show

# How long bare senders send, each.
SECONDS = 10.0


async def measure() -> None:
    only = option("only", "bare,shared,takeover,signal").split(",")
    figures: list[Figure] = []
    async with on_postgresql() as stage:
        if "bare" in only:
            for rate in option("rates", "30,1000").split(","):
                for count in option("senders", "2,3,4").split(","):
                    runs_of = range(int(option("runs", "3")))
                    met = [await bare(stage.url, int(count), int(rate), SECONDS) for _ in runs_of]
                    name = f"{count} bare senders at {rate}/s"
                    figures.append(Figure(name, "% of limit", tuple(one.share for one in met), "reach ≥ 98"))
                    figures.append(Figure("  429s", "", tuple(float(one.refused) for one in met), "reach 0"))
        if "shared" in only:
            for rate in option("rates", "30,1000").split(","):
                for count in option("senders", "2,3,4").split(","):
                    runs = [
                        await shared(stage, int(count), int(rate)) for _ in range(int(option("runs", "3")))
                    ]
                    figures += _shown(f"{count} senders at {rate}/s", runs)
        if "takeover" in only:
            gaps = await take_over(stage, int(option("kills", "6")))
            figures.append(Figure("scheduler taken over after kill -9", "s", tuple(gaps), "reach ≤ 15"))
        if "signal" in only:
            gaps = await commit_to_call(stage, int(option("calls", "40")))
            figures.append(Figure("commit in one process to call in another", "ms", tuple(gaps)))
    show("Processes: several on one PostgreSQL", figures)


def _shown(name: str, runs: list[Shared]) -> list[Figure]:
    return [
        Figure(name, "% of limit", tuple(run.share for run in runs), "reach ≥ 98"),
        Figure("  429s", "", tuple(float(run.refused) for run in runs), "reach 0"),
        Figure("  lost", "", tuple(float(run.lost) for run in runs), "reach 0"),
        Figure("  doubled", "", tuple(float(run.doubled) for run in runs), "reach 0"),
        Figure("  least busy sender", "% of even", tuple(run.fairness for run in runs)),
        Figure("  processor, all senders", "ms/message", tuple(run.cpu for run in runs)),
    ]
