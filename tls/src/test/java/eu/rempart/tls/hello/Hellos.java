package eu.rempart.tls.hello;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;

/** ClientHellos to read: one that the JDK makes, and ones put together by hand. */
public final class Hellos {
  private Hellos() {}

  /** The record that a client of the JDK sends first. */
  public static byte[] ofTheJdk() {
    try {
      SSLEngine engine = SSLContext.getDefault().createSSLEngine();
      engine.setUseClientMode(true);
      SSLParameters parameters = engine.getSSLParameters();
      parameters.setServerNames(List.of(new SNIHostName("CRM.example")));
      parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
      engine.setSSLParameters(parameters);
      ByteBuffer out = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
      engine.wrap(ByteBuffer.allocate(0), out);
      byte[] record = new byte[out.position()];
      out.get(0, record);
      return record;
    } catch (NoSuchAlgorithmException | SSLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A hello's message from its parts. */
  public static byte[] message(int version, String ciphers, String extensions) {
    byte[] suites = bytes(ciphers);
    byte[] rest = bytes(extensions);
    ByteBuffer body = ByteBuffer.allocate(2 + 32 + 1 + 2 + suites.length + 2 + 2 + rest.length);
    body.putShort((short) version).put(new byte[32]).put((byte) 0);
    body.putShort((short) suites.length).put(suites).put((byte) 1).put((byte) 0);
    body.putShort((short) rest.length).put(rest);
    return message(1, body.array());
  }

  public static byte[] message(int type, byte[] body) {
    return ByteBuffer.allocate(4 + body.length).putInt(type << 24 | body.length).put(body).array();
  }

  public static String extension(int type, String body) {
    return "%04x%04x%s".formatted(type, body.length() / 2, body);
  }

  public static String serverName(String name) {
    byte[] ascii = name.getBytes(StandardCharsets.ISO_8859_1);
    String hex = java.util.HexFormat.of().formatHex(ascii);
    return extension(0, "%04x00%04x%s".formatted(ascii.length + 3, ascii.length, hex));
  }

  /** Cuts a message into records. */
  public static byte[] records(byte[] message, int portion) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int at = 0; at < message.length; at += portion) {
      int length = Math.min(portion, message.length - at);
      out.writeBytes(new byte[] {22, 3, 1, (byte) (length >> 8), (byte) length});
      out.write(message, at, length);
    }
    return out.toByteArray();
  }

  public static byte[] messageOf(byte[] record) {
    return java.util.Arrays.copyOfRange(record, 5, record.length);
  }

  public static byte[] bytes(String hex) {
    return java.util.HexFormat.of().parseHex(hex);
  }
}
