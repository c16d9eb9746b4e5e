"""Random records: nested, in collections, maps and Optionals, generic ones, with nulls; and the cell that sends them through a
Dataset and compares what comes back."""

import random
from dataclasses import dataclass

ROWS = 3


@dataclass(frozen=True)
class Shape:
    seed: int
    code: str  # prints "unchanged"

    def __str__(self):
        return self.code


class Generator:
    """Makes one shape. A type is a pair: its Java text, and a function that makes the Java text of a value of it."""

    def __init__(self, seed):
        self._random = random.Random(seed)
        self._seed = seed
        self._declared = []

    def shape(self):
        name, value = self._record(depth=3, leaves=2)
        rows = ", ".join(value() for _ in range(ROWS))
        calls = f"encoder({name}.class)"
        code = "\n".join(
            [
                *self._declared,
                f"List<{name}> rows{self._seed} = List.of({rows});",
                f"List<{name}> back{self._seed} = spark.createDataset(rows{self._seed}, {calls}).repartition(2)",
                f"    .map((MapFunction<{name}, {name}>) row -> row, {calls}).collectAsList();",
                # Each row for each, as equal ones may be there twice.
                f"List<{name}> left{self._seed} = new ArrayList<>(rows{self._seed});",
                f"back{self._seed}.forEach(left{self._seed}::remove);",
                f'System.out.println(back{self._seed}.size() == {ROWS} && left{self._seed}.isEmpty() ? "unchanged" : rows{self._seed} + " " + back{self._seed});',
            ]
        )
        return Shape(self._seed, code)

    def _record(self, depth, leaves=0):
        parts = [self._type(depth - 1) for _ in range(self._random.randint(1, 4))]
        parts += [self._leaf() for _ in range(leaves)]
        name = f"S{len(self._declared)}_{self._seed}"
        components = ", ".join(f"{java} c{i}" for i, (java, _) in enumerate(parts))
        self._declared.append(f"record {name}({components}) {{}}")
        return name, lambda: f"new {name}({', '.join(value() for _, value in parts)})"

    def _generic(self, depth):
        name = f"S{len(self._declared)}_{self._seed}"
        self._declared.append(f"record {name}<A, B>(A one, List<B> others) {{}}")
        one, first = self._boxed(depth)
        other, second = self._boxed(depth)
        return f"{name}<{one}, {other}>", lambda: f"new {name}<{one}, {other}>({first()}, {self._list('ArrayList', other, second)})"

    def _enum(self):
        name = f"E{len(self._declared)}_{self._seed}"
        self._declared.append(f"enum {name} {{ ONE, TWO {{ }} }}")
        return name, self._or_null(lambda: f"{name}.{self._random.choice(['ONE', 'TWO'])}")

    def _type(self, depth):
        if depth <= 0 or self._random.random() < 0.25:
            return self._leaf()
        kind = self._random.choice([self._nested, self._generic, self._collection, self._collection, self._map, self._optional])
        java, value = kind(depth - 1)
        return java, (value if kind == self._optional else self._or_null(value))

    def _nested(self, depth):
        return self._record(max(depth, 0))

    def _collection(self, depth):
        element, value = self._boxed(depth)
        declared, made = self._random.choice(
            [("List", "ArrayList"), ("ArrayList", "ArrayList"), ("Set", "LinkedHashSet"), ("Collection", "ArrayList"), ("LinkedList", "LinkedList")]
        )
        return f"{declared}<{element}>", lambda: self._list(made, element, value)

    def _list(self, made, element, value):
        adds = "".join(f"add({value()}); " for _ in range(self._random.randint(0, 3)))
        return f"new {made}<{element}>() {{{{ {adds}}}}}"

    def _map(self, depth):
        key, key_value = self._random.choice(
            [("String", lambda: f'"k{self._random.randint(0, 99)}"'), ("Integer", lambda: str(self._random.randint(-9, 9)))]
        )
        element, value = self._boxed(depth)
        declared = self._random.choice(["Map", "LinkedHashMap", "TreeMap"])
        made = "HashMap" if declared == "Map" else declared

        def text():
            puts = "".join(f"put({key_value()}, {value()}); " for _ in range(self._random.randint(0, 2)))
            return f"new {made}<{key}, {element}>() {{{{ {puts}}}}}"

        return f"{declared}<{key}, {element}>", text

    def _optional(self, depth):
        element, value = self._boxed(depth)
        return f"Optional<{element}>", lambda: f"Optional.<{element}>ofNullable({value()})"

    def _boxed(self, depth):
        """A type that may be a type argument."""
        while True:
            java, value = self._type(depth)
            if java not in PRIMITIVES and not java.startswith("Optional"):
                return java, value

    def _leaf(self):
        if self._random.random() < 0.1:
            return self._enum()
        java, literal = self._random.choice(LEAVES)
        value = lambda: literal(self._random)  # noqa: E731
        return java, (value if java in PRIMITIVES else self._or_null(value))

    def _or_null(self, value):
        return lambda: "null" if self._random.random() < 0.15 else value()


PRIMITIVES = ("boolean", "byte", "short", "int", "long", "float", "double", "char")
LEAVES = [
    ("boolean", lambda r: r.choice(["true", "false"])),
    ("byte", lambda r: f"(byte) {r.randint(-128, 127)}"),
    ("short", lambda r: f"(short) {r.randint(-999, 999)}"),
    ("int", lambda r: str(r.randint(-(2**31), 2**31 - 1))),
    ("long", lambda r: f"{r.randint(-(2**63), 2**63 - 1)}L"),
    ("float", lambda r: f"{r.randint(-99, 99)}.5f"),
    ("double", lambda r: f"{r.randint(-99, 99)}.25"),
    ("char", lambda r: f"'{r.choice('aZ9é')}'"),
    ("Boolean", lambda r: r.choice(["true", "false"])),
    ("Short", lambda r: f"(short) {r.randint(-99, 99)}"),
    ("Integer", lambda r: str(r.randint(-99, 99))),
    ("Long", lambda r: f"{r.randint(-99, 99)}L"),
    ("Double", lambda r: f"{r.randint(-99, 99)}.125"),
    ("Character", lambda r: f"'{r.choice('xyz')}'"),
    ("String", lambda r: f'"{r.choice(["", "a", "é ö", "long text"])}"'),
    ("java.time.LocalDate", lambda r: f"java.time.LocalDate.ofEpochDay({r.randint(-9999, 29999)})"),
    ("java.time.LocalDateTime", lambda r: f"java.time.LocalDateTime.of({r.randint(1900, 2100)}, 3, 4, 5, 6, 7)"),
    ("java.time.Instant", lambda r: f"java.time.Instant.ofEpochMilli({r.randint(-(10**12), 10**12)}L)"),
    ("java.time.Duration", lambda r: f"java.time.Duration.ofMillis({r.randint(-(10**9), 10**9)}L)"),
    ("java.time.Period", lambda r: f"java.time.Period.of({r.randint(0, 9)}, {r.randint(0, 11)}, 0)"),
    # With Spark's 18 digits, as equal decimals have as many.
    ("java.math.BigDecimal", lambda r: f'new java.math.BigDecimal("{r.randint(-99, 99)}.{r.randint(10**17, 10**18 - 1)}")'),
    ("java.math.BigInteger", lambda r: f'new java.math.BigInteger("{r.randint(-(10**30), 10**30)}")'),
]


def shapes(count, start=0):
    for seed in range(start, start + count):
        yield Generator(seed).shape()
