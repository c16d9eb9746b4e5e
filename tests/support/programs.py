"""Random notebooks whose results are known: variables of random types, methods and classes that read them, lambdas in
lambdas, redefinitions. The generator computes what each cell prints, as Java on one JVM would."""

import random
from dataclasses import dataclass, field

ROWS = 4
INT = 2**32


def _wrap(n):
    """n as a Java int."""
    return (n + INT // 2) % INT - INT // 2


@dataclass
class Program:
    """Cells, and for each what it prints."""

    seed: int
    cells: list = field(default_factory=list)

    def __str__(self):
        return "\n\n".join(f"// Cell {i + 1} prints {out!r}\n{code}" for i, (code, out) in enumerate(self.cells))


class Generator:
    """Makes one program. All names end with the seed, so that programs can share a kernel.

    An *expression* is a pair: Java text of type int over the row `x` (an int), and a Python function that computes it from
    the row, reading the model of the variables at the time of the call."""

    def __init__(self, seed):
        self._random = random.Random(seed)
        self._seed = seed
        self._names = 0
        self._values = {}  # variable -> its value now
        self._readers = {}  # variable -> (Java text, function of the row)
        self._methods = {}  # method -> function of the row
        self._program = Program(seed)

    def program(self, rounds=4):
        for _ in range(self._random.randint(2, 4)):
            self._declare_variable()
        for _ in range(rounds):
            change = self._random.choice(
                [self._declare_variable, self._reassign, self._declare_method, self._declare_method, self._redefine, self._declare_class]
            )
            change()
            self._job()
        return self._program

    # cells

    def _cell(self, code, printed=""):
        self._program.cells.append((code, printed))

    def _name(self, kind):
        self._names += 1
        return f"{kind}{self._names}_{self._seed}"

    def _declare_variable(self):
        name = self._name("v")
        kind = self._random.choice(KINDS)
        self._new_value(name)
        java_type, literal, reader, read = kind(self, name)
        self._readers[name] = (kind, reader, read)
        self._cell(f"{self._classes(kind, name)}{java_type} {name} = {literal};")

    def _classes(self, kind, name):
        declared = CLASSES.get(kind)
        return declared.replace("NAME", f"T{name}") + "\n" if declared else ""

    def _new_value(self, name):
        self._values[name] = [self._random.randint(-99, 99) for _ in range(3)]

    def _reassign(self):
        name = self._random.choice(list(self._values))
        kind = self._readers[name][0]
        self._new_value(name)
        java_type, literal, _, _ = kind(self, name)
        declared = f"{java_type} " if self._random.random() < 0.3 else ""
        self._cell(f"{declared}{name} = {literal};")

    def _declare_method(self):
        self._define(self._name("m"))

    def _redefine(self):
        if not self._methods:
            return self._declare_method()
        self._define(self._random.choice(list(self._methods)))

    def _define(self, name):
        # Only older methods are called: no endless recursion.
        older = [m for m in self._methods if self._age(m) < self._age(name)]
        text, value = self._expression(3, older)
        self._methods[name] = value
        self._cell(f"int {name}(int x) {{ return {text}; }}")

    @staticmethod
    def _age(name):
        return int(name[1:].split("_")[0])

    def _declare_class(self):
        """A class, record or enum with a method, and a method that calls it."""
        owner, name = self._name("C"), self._name("m")
        text, value = self._expression(2, list(self._methods))
        form = self._random.choice(
            [
                ("class {c} {{ int get(int x) {{ return {e}; }} }}", "new {c}().get(x)"),
                ("class {c} {{ static class In {{ static int get(int x) {{ return {e}; }} }} }}", "{c}.In.get(x)"),
                ("class {c} {{ class In {{ int get(int x) {{ return {e}; }} }} }}", "new {c}().new In().get(x)"),
                ("record {c}(int y) {{ int get() {{ int x = y; return {e}; }} }}", "new {c}(x).get()"),
                ("enum {c} {{ ONE {{ int get(int x) {{ return {e}; }} }}; abstract int get(int x); }}", "{c}.ONE.get(x)"),
                ("interface {c} {{ int y(); default int get() {{ int x = y(); return {e}; }} }}", "(({c}) () -> x).get()"),
                ("class {c} implements IntUnaryOperator {{ public int applyAsInt(int x) {{ return {e}; }} }}", "IntStream.of(x).map(new {c}()).sum()"),
            ]
        )
        self._cell(form[0].format(c=owner, e=text))
        self._methods[name] = value
        self._cell(f"int {name}(int x) {{ return {form[1].format(c=owner)}; }}")

    def _job(self):
        text, value = self._expression(3, list(self._methods))
        keep, kept = self._expression(1, list(self._methods))
        rows = [_wrap(value(x)) for x in range(ROWS) if kept(x) % 2 == 0]
        wide = self._random.random() < 0.3
        code = (
            f"System.out.println(spark.range(0, {ROWS}, 1, 2)\n"
            f"    .filter((FilterFunction<Long>) row -> {{ int x = row.intValue(); return Math.floorMod({keep}, 2) == 0; }})\n"
            + ("    .repartition(2)\n" if wide else "")
            + f"    .map((MapFunction<Long, Integer>) row -> {{ int x = row.intValue(); return {text}; }}, Encoders.INT())\n"
            f"    .collectAsList().stream().sorted().toList())"
        )
        self._cell(code, str(sorted(rows)))

    # expressions

    def _expression(self, depth, methods):
        choice = self._random.random()
        if depth == 0 or choice < 0.15:
            return self._leaf(methods)
        if choice < 0.6:
            a, f = self._expression(depth - 1, methods)
            b, g = self._expression(depth - 1, methods)
            sign = self._random.choice("+-*")
            compute = {"+": lambda p, q: p + q, "-": lambda p, q: p - q, "*": lambda p, q: p * q}[sign]
            return f"({a} {sign} {b})", lambda x: _wrap(compute(f(x), g(x)))
        if choice < 0.8:
            # A lambda in the lambda, with a parameter that takes x's place by its own name.
            a, f = self._expression(depth - 1, methods)
            times = self._random.randint(1, 3)
            inner = self._fresh_parameter(a)
            return (
                f"IntStream.rangeClosed(1, {times}).map(k -> k + x).map(y -> {inner}).sum()",
                lambda x: _wrap(sum(f(k + x) for k in range(1, times + 1))),
            )
        if choice < 0.9:
            a, f = self._expression(depth - 1, methods)
            b, g = self._expression(depth - 1, methods)
            return f"(x % 2 == 0 ? {a} : {b})", lambda x: f(x) if x % 2 == 0 else g(x)
        a, f = self._expression(depth - 1, methods)
        return f"((IntSupplier & java.io.Serializable) () -> {a}).getAsInt()", f

    @staticmethod
    def _fresh_parameter(text):
        """The text as the body of `y -> ...`: its x is y, by a method that has a parameter x."""
        return f"new Object() {{ int at(int x) {{ return {text}; }} }}.at(y)"

    def _leaf(self, methods):
        choice = self._random.random()
        if choice < 0.15:
            return "x", lambda x: x
        if choice < 0.25:
            n = self._random.randint(-9, 9)
            return f"({n})", lambda x: n
        if choice < 0.5 and methods:
            method = self._random.choice(methods)
            # Looked up when it is computed: the method may be redefined meanwhile.
            return f"{method}(x)", lambda x: self._methods[method](x)
        name = self._random.choice(list(self._readers))
        _, reader, read = self._readers[name]
        return reader, read

    def values(self, name):
        return self._values[name]


# The kinds of variables: (generator, name) -> type, value as Java text, how it is read as an int, the same in Python.


def _int(g, name):
    return "int", str(g.values(name)[0]), name, lambda x: g.values(name)[0]


def _long(g, name):
    return "long", f"{g.values(name)[0]}L", f"(int) {name}", lambda x: g.values(name)[0]


def _boxed(g, name):
    return "Integer", str(g.values(name)[0]), name, lambda x: g.values(name)[0]


def _boolean(g, name):
    return "boolean", str(g.values(name)[0] > 0).lower(), f"({name} ? 1 : 0)", lambda x: int(g.values(name)[0] > 0)


def _double(g, name):
    return "double", f"{g.values(name)[0]}.5", f"(int) {name}", lambda x: g.values(name)[0]


def _string(g, name):
    return "String", f'"{g.values(name)[0]}"', f"Integer.parseInt({name})", lambda x: g.values(name)[0]


def _array(g, name):
    numbers = ", ".join(map(str, g.values(name)))
    return "int[]", f"new int[] {{{numbers}}}", f"{name}[Math.floorMod(x, 3)]", lambda x: g.values(name)[x % 3]


def _list(g, name):
    numbers = ", ".join(map(str, g.values(name)))
    return "List<Integer>", f"List.of({numbers})", f"{name}.get(Math.floorMod(x, 3))", lambda x: g.values(name)[x % 3]


def _map(g, name):
    entries = ", ".join(f"{i}, List.of({n})" for i, n in enumerate(g.values(name)))
    return (
        "Map<Integer, List<Integer>>",
        f"new HashMap<>(Map.of({entries}))",
        f"{name}.get(Math.floorMod(x, 3)).get(0)",
        lambda x: g.values(name)[x % 3],
    )


def _null(g, name):
    return "String", "null", f"({name} == null ? 1 : 2)", lambda x: 1


def _function(g, name):
    n = g.values(name)[0]
    return (
        "MapFunction<Integer, Integer>",
        f"y -> y + {n}" if n >= 0 else f"y -> y - {-n}",
        f"T{name}.call({name}, x)",
        lambda x: _wrap(x + g.values(name)[0]),
    )


def _record(g, name):
    a, b, _ = g.values(name)
    return f"T{name}", f"new T{name}({a}, List.of({b}))", f"({name}.a() - {name}.b().get(0))", lambda x: g.values(name)[0] - g.values(name)[1]


def _enum(g, name):
    return (
        f"T{name}",
        f"T{name}.values()[{g.values(name)[0] % 3}]",
        f"{name}.number()",
        lambda x: [5, -7, 11][g.values(name)[0] % 3],
    )


def _bean(g, name):
    return f"T{name}", f"new T{name}().with({g.values(name)[0]})", f"{name}.getN()", lambda x: g.values(name)[0]


KINDS = [_int, _long, _boxed, _boolean, _double, _string, _array, _list, _map, _null, _function, _record, _enum, _bean]

CLASSES = {
    _record: "record NAME(int a, List<Integer> b) implements java.io.Serializable {}",
    _enum: "enum NAME { A(5), B(-7), C(11); private final int n; NAME(int n) { this.n = n; } int number() { return n; } }",
    _bean: (
        "class NAME implements java.io.Serializable {\n  private int n;\n  int getN() { return n; }\n"
        "  NAME with(int n) { this.n = n; return this; }\n}"
    ),
    _function: (
        "class NAME {\n  static int call(MapFunction<Integer, Integer> f, int x) {\n"
        "    try { return f.call(x); } catch (Exception e) { throw new IllegalStateException(e); }\n  }\n}"
    ),
}


def programs(count, start=0):
    for seed in range(start, start + count):
        yield Generator(seed).program()
