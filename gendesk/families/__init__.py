"""What can be trained: one file a family, found by being here.

A family's file is imported without torch (see `core.later`), so that forms and command lines know
all knobs at once.
"""

from importlib import import_module
from pkgutil import iter_modules

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")
