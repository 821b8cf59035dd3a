import { createScope, evaluateInput } from '#runtime'
import jsonata from 'jsonata'
import { describe, expect, it, vi } from 'vitest'
import { expr, stepId } from '../../fixtures/doc-builder.ts'

const scope = createScope({ [stepId('Get')]: { items: [{ n: 1 }, { n: 2 }], text: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaab' } })

const evaluate = (source: string) =>
  evaluateInput(expr(source), undefined, scope, { now: () => Date.UTC(2026, 0, 2), random: () => 0.25 })

const valueOf = async (source: string) => {
  const result = await evaluate(source)
  return result.ok ? result.value : result.error
}

describe('expressions', () => {
  it('J1 see steps by their variable', async () => {
    expect(await valueOf(`$sum($${stepId('Get')}.items.n)`)).toBe(3)
    expect(await valueOf(`$${stepId('Get')}.items[n = 2]`)).toEqual({ n: 2 })
    expect(await valueOf('$')).toBeUndefined()
  })

  it('J2 take time and chance from the host', async () => {
    expect(await valueOf('$now()')).toBe('2026-01-02T00:00:00.000Z')
    expect(await valueOf('$now("[Y]-[M01]")')).toBe('2026-01')
    expect(await valueOf('$millis()')).toBe(Date.UTC(2026, 0, 2))
    expect(await valueOf('$random()')).toBe(0.25)
    expect(await valueOf('$shuffle([1,2,3,4])')).toEqual(await valueOf('$shuffle([1,2,3,4])'))
  })

  it('J2 $eval is unbound', async () => {
    expect(await valueOf('$eval("1 + 1")')).toMatchObject({ code: 'expression-failed', params: { reason: 'T1006' } })
  })

  it('J2 what the host is cannot be reached', async () => {
    expect(await valueOf('$`#surroundings`')).not.toHaveProperty('now')
    expect(await valueOf(`$${stepId('Get')}.constructor`)).toBeUndefined()
    expect(await valueOf(`$${stepId('Get')}.__proto__`)).toBeUndefined()
  })

  it.each([
    ['$pad("a", 2000000)', 'expression-too-large'],
    ['[1..5000000]', 'expression-too-large'],
    ['($f := function($n) { 1 + $f($n + 1) }; $f(0))', 'expression-too-deep'],
    ['$reduce([1..40], function($text, $n) { $text & $text }, "12345678")', 'expression-too-large'],
    ['$reduce([1..40], function($a, $n) { {"l": $a, "r": $a} }, 1)', 'expression-too-large'],
  ])('J3 stops %s', async (source, code) => {
    expect(await valueOf(source)).toMatchObject({ code })
  })

  it('J3 a number that is out of range is no endless recursion', async () => {
    expect(await valueOf('$formatNumber(1, "0." & $pad("", 200, "0"))')).toMatchObject({
      code: 'expression-failed',
      params: { detail: expect.stringContaining('digits') as string },
    })
  })

  it.each([
    ['$count($sort([1..100000]))', 100_000],
    ['$sort([1..300].{"n": $ % 7}, function($a, $b) { $a.n > $b.n })[299].n', 6],
    ['$count($distinct([1..100000]))', 100_000],
    ['$count($spread([1..20000].{"n": $}))', 20_000],
    ['[$max([1..300000]), $min([1..300000])]', [300_000, 1]],
    ['$count($reverse([1..100000]))', 100_000],
  ])('J3 %s needs little time and memory', { timeout: 4000 }, async (source, value) => {
    expect(await valueOf(source)).toEqual(value)
  })

  it('J3 `$sort` stops in time whatever compares', async () => {
    let time = Date.now()
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => (time += 100))
    const found = await valueOf('$sort($split($pad("", 200, "ab"), ""), $contains)')
    clock.mockRestore()
    expect(found).toMatchObject({ code: 'expression-timeout' })
  })

  it.each([
    '$count([1..20001]^($))',
    '[1..20001]^(>$).{"n": $}',
    '[1..20001]#$i^($i)',
    '($list := [1..20001]; $list^($).$string($))',
    '[1..20001].{"n": $}^(n).n',
  ])('J3 refuses to order so many items: %s', async (source) => {
    expect(await valueOf(source)).toMatchObject({ code: 'order-by-too-long', params: { limit: 20_000 } })
  })

  it.each([
    '[3, 1, 2]^($)',
    '[3, 1, 2]^(>$).{"n": $}',
    '[[2, 1], [1, 5], [1, 4]]^($[0], >$[1])',
    '[{"a": [3, 1]}, {"a": 2}].a^($)',
    '[{"n": 2}, {"n": 1, "m": [2, 1]}]^(n)[0].m',
    '[{"n": 2}, {"n": 1}]^(n)#$i.{"i": $i, "n": n}',
    '[[3, 1], [2]].($^($))',
    '[4]^($)',
    '[]^($)',
    '[1, "a"]^($)',
    '$sort([3, 1, 2])',
    '$sort(["b", "a", "B"])',
    '$sort([1, "a"])',
    '$sort([{"k": 1}])',
    '$sort([])',
    '$sort(nothing)',
    '[3, 1, 2] ~> $sort(function($a, $b) { $a < $b })',
    '$sort([5, 3, 8, 1, 9], function($a, $b) { true })',
    '$sort([{"k": 2, "n": 1}, {"k": 1, "n": 2}, {"k": 2, "n": 3}, {"k": 1, "n": 4}], function($a, $b) { $a.k > $b.k })',
    '$distinct([1, "1", 1, null, null, true, true, [1], [1], {"a": 1, "b": 2}, {"b": 2, "a": 1}])',
    '$distinct([{"a": 1}, {"a": 1}].a)',
    '$distinct(5)',
    '$spread({"a": 1, "b": 2})',
    '$spread({"a": 1})',
    '$spread([{"a": 1}])',
    '$spread([{"a": 1, "b": 2}, 3, [{"c": 4}], null, []])',
    '$spread([])',
    '$spread([[]])',
    '$spread("text")',
    '[$max([1, 3, 2]), $min([4, 2, 3]), $max(7), $count($max([])), $count($min(nothing))]',
  ])('J1 lists are what JSONata says they are: %s', async (source) => {
    const ofJsonata = jsonata(source)
      .evaluate(undefined)
      .then(
        (value: unknown) => JSON.parse(JSON.stringify({ value })) as unknown,
        ({ code }: { code: string }) => ({ code }),
      )
    const ours = await evaluate(source)
    const told = ours.ok
      ? { ...(ours.value !== undefined && { value: ours.value }) }
      : { code: ours.error.params['reason'] }
    expect(told).toEqual(await ofJsonata)
  })

  it('J3 $pad pads on both sides with any text', async () => {
    expect(await valueOf('[$pad("a", 3), $pad("a", -4, "xy"), $pad("long", 2), $pad("é€😀", 5, "-")]')).toEqual([
      'a  ',
      'xyxa',
      'long',
      'é€😀--',
    ])
  })

  it('J7 encodes and decodes base64 by bytes, where there is neither window nor Buffer too', async () => {
    const { Buffer } = globalThis
    vi.stubGlobal('Buffer', undefined)
    const found = await valueOf('[$base64encode("aé"), $base64decode("YekA"), $base64encode(undefined)]')
    vi.stubGlobal('Buffer', Buffer)
    expect(found).toEqual(['Yek=', 'aé\0'])
    expect(await valueOf('$base64encode("€")')).toMatchObject({ code: 'expression-failed' })
  })

  it('J4 matches in linear time, like JavaScript otherwise', async () => {
    const started = Date.now()
    expect(await valueOf(`$contains($${stepId('Get')}.text, /^(a+)+$/)`)).toBe(false)
    expect(Date.now() - started).toBeLessThan(1000)
    expect(await valueOf('$match("one😀Two three", /[a-z]+/i).match')).toEqual(['one', 'Two', 'three'])
    expect(await valueOf('$replace("2026-01-31", /(\\d+)-(\\d+)-(\\d+)/, "$3.$2.$1")')).toBe('31.01.2026')
    expect(await valueOf('$split("a, b;c", /[,;]\\s*/)')).toEqual(['a', 'b', 'c'])
    expect(await valueOf('$contains("ab", /a(?=b)/)')).toMatchObject({ code: 'expression-failed' })
  })

  it('J5 only JSON comes out', async () => {
    expect(await valueOf('$sum')).toBeUndefined()
    expect(await valueOf('[1, $sum]')).toEqual([1, null])
    expect(await valueOf('{"a": $sum, "__proto__": {"b": 1}, "c": 2}')).toEqual({ c: 2 })
  })

  it('J6 say where they went wrong', async () => {
    expect(await valueOf('1 + ')).toMatchObject({ code: 'expression-syntax', at: { position: 4 } })
    expect(await valueOf('1 + $foo("a")')).toMatchObject({ code: 'expression-failed', at: { position: 9 } })
    expect(await valueOf('"a" + 1')).toMatchObject({ params: { reason: 'T2001' }, at: { position: 5 } })
  })

  it('may run side by side', async () => {
    const values = await Promise.all([1, 2, 3].map((n) => evaluate(`$map([1..50], function($x) { $x * ${n} })[49]`)))
    expect(values).toEqual([1, 2, 3].map((n) => ({ ok: true, value: 50 * n })))
  })
})
