"""The messenger's limits, as strict as can be: sliding seconds of a token, the spacing of a chat."""

from collections import defaultdict, deque

from bench.botapi.rules import Rules

WINDOW = 1.0
Key = tuple[str, bool]


class Limits:
    """Free messages and paid ones are counted apart."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._sent: dict[Key, deque[float]] = defaultdict(deque)
        self._refused_until: dict[Key, float] = defaultdict(float)
        self._chat_free_at: dict[tuple[str, int], float] = {}

    def refused(self, token: str, chat: int, paid: bool, now: float) -> float:
        """0 where the message passes, which counts; else the seconds to wait."""
        wait = self._chat(token, chat, now) or self._token((token, paid), now)
        if not wait:
            free_at = max(now, self._chat_free_at.get((token, chat), now))
            self._chat_free_at[token, chat] = free_at + self._rules.spacing
        return wait

    def _chat(self, token: str, chat: int, now: float) -> float:
        ahead = self._chat_free_at.get((token, chat), now) - now
        return max(0.0, ahead - (self._rules.burst - 1) * self._rules.spacing)

    def _token(self, key: Key, now: float) -> float:
        rules, sent = self._rules, self._sent[key]
        most = rules.paid_rate if key[1] else rules.rate
        if now < self._refused_until[key]:
            return self._refused_until[key] - now
        while sent and sent[0] <= now - WINDOW:
            sent.popleft()
        if most and len(sent) >= most:
            if rules.penalty:
                self._refused_until[key] = now + rules.retry_after
            return rules.retry_after
        sent.append(now)
        return 0.0
