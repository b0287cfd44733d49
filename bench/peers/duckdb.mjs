// A DuckDB that asks what it is told: JSON a line in ({ sql, runs }), JSON a line out ({ ms, rows }), times of warm runs in milliseconds.
import { DuckDBInstance } from '@duckdb/node-api';
import { createInterface } from 'node:readline';

const instance = await DuckDBInstance.create(':memory:', { threads: process.argv[2] });
const connection = await instance.connect();

for await (const line of createInterface({ input: process.stdin })) {
  const { sql, runs } = JSON.parse(line);
  const ms = [];
  let rows;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    const reader = await connection.runAndReadAll(sql);
    rows = reader.getRowsJson();
    ms.push(performance.now() - start);
  }
  process.stdout.write(`${JSON.stringify({ ms, rows })}\n`);
}
