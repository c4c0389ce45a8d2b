// The command line's entry.
console.log('0 findings');
