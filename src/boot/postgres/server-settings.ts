import { statfsSync } from 'node:fs';
import { totalmem } from 'node:os';

/** What distinguishes a server that keeps people's money from one that only runs tests. */
export type ServerOptions = {
  /** False gives up safety against power cuts for speed: for tests only. Default true. */
  readonly durable?: boolean;
  /** Default 100: two servers and a command beside them. */
  readonly maxConnections?: number;
};

const megabyte = 1_048_576;
const smallestBuffersMb = 128;
const largestBuffersMb = 1_024;
const smallestSharedFolderMb = 512;

/**
 * The whole configuration file of our server. It listens on loopback only, without TLS and
 * without sockets in the file system; an operator's own file is read last and wins.
 */
export function serverSettings(port: number, options: ServerOptions): string {
  const memoryMb = memoryBytes() / megabyte;
  const buffersMb = Math.min(largestBuffersMb, Math.max(smallestBuffersMb, memoryMb / 16));
  const lines = {
    listen_addresses: "'127.0.0.1'",
    port,
    unix_socket_directories: "''",
    max_connections: options.maxConnections ?? 100,
    password_encryption: "'scram-sha-256'",
    shared_buffers: `${Math.round(buffersMb)}MB`,
    effective_cache_size: `${Math.round(memoryMb / 2)}MB`,
    work_mem: '16MB',
    maintenance_work_mem: `${Math.round(buffersMb / 2)}MB`,
    dynamic_shared_memory_type: sharedFolderIsSmall() ? 'mmap' : 'posix',
    random_page_cost: 1.1,
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
    jit: 'off',
    timezone: "'UTC'",
    log_timezone: "'UTC'",
    logging_collector: 'on',
    log_directory: "'log'",
    log_filename: "'%a.log'",
    log_truncate_on_rotation: 'on',
    log_rotation_size: 0,
    fsync: options.durable === false ? 'off' : 'on',
    synchronous_commit: options.durable === false ? 'off' : 'on',
    full_page_writes: options.durable === false ? 'off' : 'on',
  };
  const text = Object.entries(lines).map(([name, value]) => `${name} = ${value}\n`);
  return (
    '# Written by Dunlin at every start. Your own settings belong in own.conf beside this file.\n' +
    `${text.join('')}include_if_exists = 'own.conf'\n`
  );
}

/** Bytes this process may use: the container's limit where there is one. */
function memoryBytes(): number {
  const limit = process.constrainedMemory();
  return limit > 0 && limit < totalmem() ? limit : totalmem();
}

/** Containers often give 64 MB there, which parallel queries overrun. */
function sharedFolderIsSmall(): boolean {
  try {
    const { blocks, bsize } = statfsSync('/dev/shm');
    return (blocks * bsize) / megabyte < smallestSharedFolderMb;
  } catch {
    return false;
  }
}
