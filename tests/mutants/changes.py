"""One-line changes of a module: comparisons turned, constants moved, conditions dropped, results left out."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
}


@dataclass(frozen=True, slots=True)
class Change:
    """A change: the line, from 1, the source as it was there and as it becomes, and where it is (offsets)."""

    line: int
    start: int
    end: int
    before: str
    after: str

    def applied(self, source: str) -> str:
        """Return the source with the change."""
        return source[: self.start] + self.after + source[self.end :]


def changes(source: str) -> Iterator[Change]:
    """Yield every change of a module, in the order of its text; strings, annotations and decorators are let alone."""
    tree = ast.parse(source)
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line.encode("utf-8")))
    raw = source.encode("utf-8")
    found = []
    for node in _code(tree):
        for old, new in _alternatives(node):
            if old.lineno != old.end_lineno or old.end_col_offset is None:
                continue
            first, last = starts[old.lineno - 1] + old.col_offset, starts[old.lineno - 1] + old.end_col_offset
            before = raw[first:last].decode("utf-8")
            start = len(raw[:first].decode("utf-8"))
            change = Change(old.lineno, start, start + len(before), before, ast.unparse(new))
            if change.after != before:
                found.append(change)
    yield from sorted(set(found), key=lambda change: (change.start, change.end, change.after))


def compiles(source: str) -> bool:
    """Return whether a module is Python."""
    try:
        compile(source, "mutant", "exec")
    except SyntaxError:
        return False
    return True


def _code(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes that run: no annotations, decorators, docstrings, or what only the type checker reads."""
    if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
        return
    yield node
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "bases", "keywords") and not isinstance(node, ast.Call):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _code(child)


def _alternatives(node: ast.AST) -> Iterator[tuple[ast.expr | ast.stmt, ast.AST]]:
    """Yield what a node may be replaced with."""
    if isinstance(node, ast.expr):
        yield from ((node, other) for other in _other_values(node))
    match node:
        case ast.If() | ast.IfExp():
            yield node.test, ast.Constant(False)
            yield node.test, ast.Constant(True)
        case ast.While():
            yield node.test, ast.Constant(False)
        case ast.comprehension(ifs=[condition]):
            yield condition, ast.Constant(True)
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            yield node, ast.Return(ast.Constant(None))
        case ast.Expr(value=ast.Call()) | ast.AugAssign() | ast.Continue() | ast.Break():
            yield node, ast.Pass()


def _other_values(node: ast.expr) -> Iterator[ast.expr]:
    """Yield expressions that say something else than ``node``."""
    match node:
        case ast.Compare(ops=[operator], comparators=[right]) if type(operator) in _COMPARISONS:
            yield ast.Compare(node.left, [_COMPARISONS[type(operator)]()], [right])
        case ast.BoolOp(values=values):
            yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), values)
            yield from values if len(values) == 2 else values[:1]
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.BinOp() if type(node.op) in _OPERATORS and not _is_text(node):
            yield ast.BinOp(node.left, _OPERATORS[type(node.op)](), node.right)
        case ast.Constant(value=bool() as value):
            yield ast.Constant(not value)
        case ast.Constant(value=int() | float() as value):
            yield ast.Constant(value + 1)


def _is_text(node: ast.BinOp) -> bool:
    return any(
        isinstance(side, ast.JoinedStr) or (isinstance(side, ast.Constant) and isinstance(side.value, str))
        for side in (node.left, node.right)
    )
