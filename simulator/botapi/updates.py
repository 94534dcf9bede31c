"""How the bot gets its updates: getUpdates or a webhook, never both."""

import re
from typing import Any

from simulator.botapi.registry import method
from simulator.decoding import Arguments
from simulator.errors import Error
from simulator.rendering import Json
from simulator.webhook import Hook, checked_address
from simulator.world import World

MAX_TIMEOUT = 50
MAX_SECRET = 256


@method("getUpdates")
async def get_updates(world: World, args: Arguments) -> list[dict[str, Any]]:
    """Long polling: `limit` is clamped to 1-100, `timeout` to 0-50 seconds, as Telegram does silently."""
    if world.webhook.hook is not None:
        raise Error.WEBHOOK_ACTIVE()
    _allow(world, args)
    return await world.updates.take(
        offset=args.get("offset", 0),
        limit=min(max(args.get("limit", 100), 1), 100),
        patience=min(max(args.get("timeout", 0), 0), MAX_TIMEOUT),
    )


@method("setWebhook")
async def set_webhook(world: World, args: Arguments) -> bool:
    """Send updates to `url` from now on; an empty url removes the webhook."""
    secret = args.get("secret_token", "")
    if len(secret) > MAX_SECRET:
        raise Error.SECRET_TOO_LONG()
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise Error.SECRET_CHARACTERS()
    if not args.get("url"):
        return _without_webhook(world, args)
    hook = Hook(checked_address(args["url"]), secret, min(max(args.get("max_connections", 40), 1), 100))
    _allow(world, args)
    if args.get("drop_pending_updates"):
        world.updates.clear()
    world.webhook.set(hook)
    return True


@method("deleteWebhook")
async def delete_webhook(world: World, args: Arguments) -> bool:
    """Back to getUpdates; True also when there was no webhook."""
    return _without_webhook(world, args)


@method("getWebhookInfo")
async def get_webhook_info(world: World, args: Arguments) -> Json:
    """The webhook, how much waits, and the last failure."""
    webhook = world.webhook
    info: Json = {
        "url": webhook.hook.url if webhook.hook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates),
    }
    if webhook.hook:
        info["max_connections"] = webhook.hook.max_connections
    if world.updates.allowed is not None:
        info["allowed_updates"] = sorted(world.updates.allowed)
    if webhook.last_error:
        info |= {"last_error_date": webhook.last_error_date, "last_error_message": webhook.last_error}
    return info


def _without_webhook(world: World, args: Arguments) -> bool:
    world.webhook.drop()
    if args.get("drop_pending_updates"):
        world.updates.clear()
    return True


def _allow(world: World, args: Arguments) -> None:
    """Keep the list of wanted kinds; an empty list restores the default, none given changes nothing."""
    kinds = args.get("allowed_updates")
    if kinds is not None:
        world.updates.allowed = set(kinds) or None
