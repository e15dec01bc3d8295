// `npm run deep`: the random tests of ledger and store in their long form, about twenty minutes.
process.env['PODIUM_DEEP'] = '1'
process.argv.push('--project', 'api', 'histories', 'test/store', 'history.property')
await import('./test.ts')
