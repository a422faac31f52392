import { connect, type Socket } from 'node:net'

/** The connections of a pool, to be able to drop those at whose other end nobody answers. */
export interface Sockets {
  /** For postgres.js, which has no other way to one connection among its own. */
  open: (to: { host: string[]; port: number[]; path?: string | null }) => Socket
  /** Remembers what was heard so far; what it gives drops all that have said nothing since. */
  listen: () => () => void
}

export function makeSockets(): Sockets {
  const sockets = new Set<Socket>()
  return {
    open({ host: [host = ''], port: [port = 0], path }) {
      const socket = path ? connect(path) : connect(port, host)
      sockets.add(socket)
      socket.once('close', () => sockets.delete(socket))
      // As postgres.js does with its own, for the name in a TLS certificate.
      return Object.assign(socket, { host, port })
    },
    listen() {
      const heard = new Map([...sockets].map((socket) => [socket, socket.bytesRead]))
      return () => {
        for (const [socket, bytes] of heard) if (socket.bytesRead === bytes) socket.destroy()
      }
    },
  }
}
