import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'

export interface Letter {
  to: string
  /** Heading lines and text, as they went over the wire, decoded. */
  text: string
}

/** A mail server on this machine that keeps what it is sent. */
export async function startMailServer() {
  const letters: Letter[] = []
  const refused = new Set<string>()
  const server = createServer((socket) => converse(socket, letters, refused))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    letters,
    /** From now on says that there is nobody of this address, as real servers do: by naming it. */
    refuse: (address: string) => void refused.add(address),
    stop: async () => {
      server.close()
      await once(server, 'close')
    },
  }
}

function converse(socket: Socket, letters: Letter[], refused: Set<string>) {
  const say = (line: string) => void socket.write(`${line}\r\n`)
  let to = ''
  let letter: string[] | null = null
  let rest = ''
  const hear = (line: string) => {
    if (letter !== null) {
      if (line !== '.') return void letter.push(line)
      letters.push({ to, text: decode(letter.join('\r\n')) })
      letter = null
      return say('250 kept')
    }
    const address = /^RCPT TO:<(.*)>/i.exec(line)?.[1]
    if (address !== undefined) {
      to = address
      return say(refused.has(to) ? `550 5.1.1 <${to}> is nobody here` : '250 go on')
    }
    if (/^DATA/i.test(line)) {
      letter = []
      return say('354 go on')
    }
    if (/^QUIT/i.test(line)) return void socket.end('221 bye\r\n')
    say('250 go on')
  }
  socket.on('error', () => socket.destroy())
  socket.on('data', (chunk) => {
    const lines = (rest + chunk.toString('latin1')).split('\r\n')
    rest = lines.pop() ?? ''
    lines.forEach(hear)
  })
  say('220 here')
}

const decode = (text: string) =>
  Buffer.from(
    text
      .replaceAll('=\r\n', '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')
