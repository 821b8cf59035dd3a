import { expressionReferences } from '#expression'
import { describe, expect, it } from 'vitest'

const read = (source: string) => expressionReferences(source).map(({ kind, id, path }) => [kind, id, path])

describe('expressionReferences', () => {
  it.each([
    ['$step_abc123', [['step', 'step_abc123', []]]],
    ['$step_abc123.body.items[0]."a b"', [['step', 'step_abc123', ['body', 'items', 0, 'a b']]]],
    ['$step_abc123[1].x', [['step', 'step_abc123', [1, 'x']]]],
    ['$step_abc123[1]', [['step', 'step_abc123', [1]]]],
    ['$step_abc123.`a-b`.c', [['step', 'step_abc123', ['a-b', 'c']]]],
    ['$step_abc123.items[price > 2].name', [['step', 'step_abc123', ['items']]]],
    ['$step_abc123.items[-1].a', [['step', 'step_abc123', ['items']]]],
    [
      '$step_abc123.items.($x := 1; $step_def456.c)',
      [
        ['step', 'step_abc123', ['items']],
        ['step', 'step_def456', ['c']],
      ],
    ],
    [
      '$map($var_abc123, function($v){ $v.x + $step_abc123.n })',
      [
        ['variable', 'var_abc123', []],
        ['step', 'step_abc123', ['n']],
      ],
    ],
    ['{"a": $step_abc123.b}', [['step', 'step_abc123', ['b']]]],
    [
      '$step_abc123 ~> |x|{"a":$step_def456}|',
      [
        ['step', 'step_abc123', []],
        ['step', 'step_def456', []],
      ],
    ],
    ['$step_abc123^(>price).id', [['step', 'step_abc123', []]]],
    ['$sum(1) & "$step_abc123" /* $step_def456 */', []],
    ['$step & $steps_abc123', []],
    ['1 +', []],
  ])('reads %s from its syntax tree', (source, expected) => {
    expect(read(source)).toEqual(expected)
  })

  it('says where each stands', () => {
    const source = ' $step_abc123.a &  $step_abc123 '
    expect(expressionReferences(source).map(({ from, to }) => source.slice(from, to))).toEqual([
      '$step_abc123',
      '$step_abc123',
    ])
  })
})
