"""The messenger's client loaded with its models unbuilt."""

import subprocess
import sys

BUILD_ALL = """
from pydantic import BaseModel
from bot.client import load_client
load_client()
from aiogram import methods, types
models = [one for module in (types, methods) for name in module.__all__
          if isinstance(one := getattr(module, name), type) and issubclass(one, BaseModel)]
built = [one.__name__ for one in models if one.__pydantic_complete__]
for one in models:
    one.model_rebuild()
loose = [one.__name__ for one in models
         if not one.__pydantic_complete__ or "ForwardRef" in str(one.model_fields)]
print(len(models), len(built), {"Message", "Update"} <= set(built), loose)
"""


def test_a_model_is_built_when_it_is_used_and_every_model_can_be() -> None:
    ran = subprocess.run([sys.executable, "-c", BUILD_ALL], capture_output=True, text=True, check=True)
    models, built, needed, loose = ran.stdout.split(maxsplit=3)
    assert loose.strip() == "[]"
    assert int(models) > 500
    assert int(built) < int(models) / 2, "the client is loaded no lighter than by a plain import"
    assert needed == "True"
