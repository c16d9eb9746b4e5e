"""Lets papermill pass parameters to Java notebooks: it has no translator for Java, and this module registers one.

papermill loads the engines that other packages declare when it starts; this module is declared as one, and the engine is papermill's
own. The values are declared with the types that the cell tagged `parameters` declares, as `firesteel run -p` does.
"""

import datetime
import json
import math
import re
import threading

import yaml
from papermill.engines import NBClientEngine
from papermill.exceptions import PapermillException
from papermill.models import Parameter
from papermill.translators import Translator, papermill_translators

DECLARATION = re.compile(
    r"^[ \t]*(?:final\s+)?(?P<type>[A-Za-z_][\w.]*(?:\s*<[^=;]*>)?(?:\s*\[\s*\])*)\s+(?P<name>[A-Za-z_]\w*)\s*="
    r"\s*(?P<default>.*?)\s*;[ \t]*(?://[ \t]*(?P<help>[^\n]*))?$",
    re.MULTILINE | re.DOTALL,
)
RANGES = {"byte": 8, "short": 16, "int": 32, "long": 64}
BOXED = {"Byte": "byte", "Short": "short", "Integer": "int", "Long": "long", "Float": "float", "Double": "double"}
BOXED |= {"Boolean": "boolean", "Character": "char"}
TIMES = {
    "LocalDate", "LocalTime", "LocalDateTime", "Instant", "OffsetDateTime", "ZonedDateTime", "YearMonth", "Year", "Duration", "Period",
}  # fmt: skip
FROM_TEXT = {
    **{name: f"{name}.parse({{}})" for name in TIMES},
    **{name: f"new {name}({{}})" for name in ("BigDecimal", "BigInteger", "File")},
    **{"Path": "Path.of({})", "URI": "URI.create({})", "ZoneId": "ZoneId.of({})"},
}
COLLECTIONS = {"List": "List", "Collection": "List", "Iterable": "List", "Set": "Set"}
MAX_PAIRS = 10  # Map.of takes no more


class Engine(NBClientEngine):
    """papermill's own engine; nobody has to name it."""


class JavaTranslator(Translator):
    """Declares parameters in Java. papermill shows it the cell of the parameters before it asks for the new one."""

    def __init__(self):
        self._seen = threading.local()

    def inspect(self, parameters_cell):
        found = [match.groupdict() for match in DECLARATION.finditer(parameters_cell["source"])]
        self._seen.types = {one["name"]: declared_type(one["type"], one["default"]) for one in found}
        return [Parameter(one["name"], one["type"], one["default"], (one["help"] or "").strip()) for one in found]

    def codify(self, parameters, comment="Parameters"):
        types, self._seen.types = getattr(self._seen, "types", {}), {}
        lines = [f"// {comment}"]
        for name, value in parameters.items():
            java = types.get(name) or type_of(value)
            try:
                lines.append(f"{java} {name} = {expression(java, value)};")
            except Unfit as unfit:
                raise PapermillException(f"The parameter {name} ({java}) takes {unfit}, not {value!r}.") from None
        return "\n".join(lines) + "\n"


class Unfit(Exception):
    """A value doesn't fit a type; the message says what would."""


def declared_type(written, default):
    """The type of a declaration; that of the default value for `var`, and None when that doesn't tell."""
    if written != "var":
        return re.sub(r"\s+", " ", written)
    forms = {
        r'"[^"]*"|"""[\s\S]*': "String",
        r"'.*'": "char",
        r"-?\d[\d_]*": "int",
        r"-?\d[\d_]*[lL]": "long",
        r"-?[\d_.]+(?:[eE][+-]?\d+)?[fF]": "float",
        r"-?[\d_.]+(?:[eE][+-]?\d+)?[dD]?": "double",
        r"true|false": "boolean",
    }
    for form, java in forms.items():
        if re.fullmatch(form, default):
            return java
    made = re.match(r"(?:new\s+)?([A-Z]\w*)[.(]", default)
    return made[1] if made and made[1] in FROM_TEXT else None


def type_of(value):
    """The type of a parameter that the notebook doesn't declare."""
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "int" if fits(value, 32) else "long"
    types = {float: "double", str: "String", datetime.datetime: "LocalDateTime", datetime.date: "LocalDate", type(None): "Object"}
    return types.get(type(value), "var")


def expression(java, value):
    """A value as an expression of a type."""
    generic = re.fullmatch(r"(?:[\w.]*\.)?(\w+)\s*(?:<(.*)>)?", java)
    if java.endswith("]"):
        item = re.sub(r"\s*\[\s*\]$", "", java)
        return f"new {java} {{{', '.join(expression(item, one) for one in items(value))}}}"
    simple, arguments = generic.groups()
    if value is None:
        if java in BOXED.values():
            raise Unfit("a value")
        return "null"
    if simple in COLLECTIONS:
        item = arguments or "var"
        listed = ", ".join(expression(item, one) for one in items(value))
        nulls = COLLECTIONS[simple] == "List" and None in items(value)
        return f"java.util.Arrays.asList({listed})" if nulls else f"{COLLECTIONS[simple]}.of({listed})"
    if simple == "Map":
        return mapping(value, *(split_arguments(arguments) if arguments else ("var", "var")))
    if simple in ("var", "Object"):
        return of_value(value)
    if simple == "String":
        return text(plain(value))
    if simple in FROM_TEXT:
        return FROM_TEXT[simple].format(text(plain(value)))
    primitive = BOXED.get(simple, simple)
    if primitive in BOXED.values():
        return scalar(primitive, value)
    if isinstance(value, str) and re.fullmatch(r"[A-Za-z_]\w*", value):
        return f"{java}.{value}"  # an enum's constant; the cell says so if there is none
    raise Unfit("the name of a constant")


def scalar(primitive, value):
    shown = plain(value)
    if primitive == "boolean":
        if shown.lower() not in ("true", "false"):
            raise Unfit("true or false")
        return shown.lower()
    if primitive == "char":
        if len(shown) != 1:
            raise Unfit("one character")
        return "'" + (shown if shown == '"' else "\\'" if shown == "'" else text(shown)[1:-1]) + "'"
    if primitive in RANGES:
        bits = RANGES[primitive]
        if isinstance(value, float) or not re.fullmatch(r"[+-]?\d+", shown) or not fits(int(shown), bits):
            raise Unfit(f"a whole number from {-(2 ** (bits - 1))} to {2 ** (bits - 1) - 1}")
        return {"long": f"{int(shown)}L", "int": f"{int(shown)}"}.get(primitive, f"({primitive}) {int(shown)}")
    try:
        number = float(shown) if not isinstance(value, bool) else None
    except ValueError:
        number = None
    if number is None:
        raise Unfit("a number")
    if not math.isfinite(number):
        boxed = primitive.capitalize()
        return f"{boxed}.NaN" if math.isnan(number) else f"{boxed}.{'POSITIVE' if number > 0 else 'NEGATIVE'}_INFINITY"
    return f"{number!r}f" if primitive == "float" else repr(number)


def of_value(value):
    """A value whose type only it tells, such as an item of a list."""
    if isinstance(value, (list, tuple)):
        return expression("List", value)
    if isinstance(value, dict):
        return expression("Map", value)
    java = type_of(value)
    return text(plain(value)) if java == "var" else expression(java, value) if value is not None else "null"


def mapping(value, key, item):
    given = read(value)
    if not isinstance(given, dict):
        raise Unfit("a map such as {a: 1}")
    pairs = [f"{expression(key, name)}, {expression(item, one)}" for name, one in given.items()]
    if len(pairs) <= MAX_PAIRS:
        return f"Map.of({', '.join(pairs)})"
    return "Map.ofEntries(" + ", ".join(f"Map.entry({pair})" for pair in pairs) + ")"


def items(value):
    """The items of a list, which may be written as text: in YAML, or with commas."""
    given = read(value)
    if isinstance(given, str):
        return [item.strip() for item in given.split(",")] if given.strip() else []
    if not isinstance(given, (list, tuple)):
        raise Unfit("a list such as [1, 2]")
    return list(given)


def read(value):
    return yaml.safe_load(value) if isinstance(value, str) and re.match(r"\s*[\[{]", value) else value


def split_arguments(arguments):
    """The two type arguments of a map; those of an argument's own stay together."""
    depth = 0
    for i, character in enumerate(arguments):
        depth += (character == "<") - (character == ">")
        if character == "," and depth == 0:
            return arguments[:i].strip(), arguments[i + 1 :].strip()
    raise Unfit("a map with two type arguments")


def plain(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, (datetime.date, datetime.time)) else str(value)


def text(value):
    # JSON's escapes are Java's too.
    return json.dumps(value, ensure_ascii=False)


def fits(number, bits):
    return -(2 ** (bits - 1)) <= number < 2 ** (bits - 1)


papermill_translators.register("java", JavaTranslator())
