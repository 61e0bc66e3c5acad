package fr.corpus.optout;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A name server on the loopback that has TXT records only (RFC 1035, by UDP). */
final class SmallDns implements Closeable {

    private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final Map<String, List<String>> records;

    SmallDns(Map<String, List<String>> records) throws IOException {
        this.records = Map.copyOf(records);
        Thread thread = new Thread(this::serve, "small-dns");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        byte[] buffer = new byte[512];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                byte[] answer = answer(ByteBuffer.wrap(buffer, 0, packet.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private byte[] answer(ByteBuffer question) {
        int id = question.getShort();
        question.position(12);
        StringBuilder name = new StringBuilder();
        for (int length = question.get(); length > 0; length = question.get()) {
            byte[] label = new byte[length];
            question.get(label);
            name.append(name.length() == 0 ? "" : ".").append(new String(label, StandardCharsets.US_ASCII));
        }
        int end = question.position() + 4;
        List<String> texts = records.getOrDefault(name.toString().toLowerCase(Locale.ROOT), List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        shorts(out, id, texts.isEmpty() ? 0x8583 : 0x8580, 1, texts.size(), 0, 0);
        out.write(question.array(), 12, end - 12);
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            shorts(out, 0xC00C, 16, 1, 0, 60, bytes.length + 1);
            out.write(bytes.length);
            out.writeBytes(bytes);
        }
        return out.toByteArray();
    }

    private static void shorts(ByteArrayOutputStream out, int... values) {
        for (int value : values) {
            out.write(value >>> 8);
            out.write(value);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
