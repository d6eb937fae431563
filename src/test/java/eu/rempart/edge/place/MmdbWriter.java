package eu.rempart.edge.place;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes small mmdb files, as their makers do: a tree of 24-bit records over IPv6 addresses. */
final class MmdbWriter {

  private static final int EMPTY = -1;

  private final String type;
  private final List<int[]> nodes = new ArrayList<>();
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();

  MmdbWriter(String type) {
    this.type = type;
    nodes.add(new int[] {EMPTY, EMPTY});
  }

  /** A network such as {@code 203.0.113.0/24} with what the file says of it: maps and strings. */
  MmdbWriter put(String network, Map<String, ?> facts) throws UnknownHostException {
    String[] parts = network.split("/", -1);
    byte[] address = InetAddress.getByName(parts[0]).getAddress();
    int bits = Integer.parseInt(parts[1]);
    if (address.length == 4) {
      byte[] whole = new byte[16];
      System.arraycopy(address, 0, whole, 12, 4);
      address = whole;
      bits += 96;
    }
    int offset = data.size();
    write(data, facts);
    int node = 0;
    for (int i = 0; i < bits - 1; i++) {
      int side = side(address, i);
      if (nodes.get(node)[side] == EMPTY) {
        nodes.add(new int[] {EMPTY, EMPTY});
        nodes.get(node)[side] = nodes.size() - 1;
      }
      node = nodes.get(node)[side];
    }
    nodes.get(node)[side(address, bits - 1)] = -2 - offset;
    return this;
  }

  byte[] bytes() {
    var out = new ByteArrayOutputStream();
    for (int[] node : nodes) {
      for (int record : node) {
        int value =
            record == EMPTY ? nodes.size() : record < 0 ? nodes.size() + 16 - 2 - record : record;
        out.writeBytes(new byte[] {(byte) (value >> 16), (byte) (value >> 8), (byte) value});
      }
    }
    out.writeBytes(new byte[16]);
    out.writeBytes(data.toByteArray());
    out.writeBytes("\u00ab\u00cd\u00efMaxMind.com".getBytes(StandardCharsets.ISO_8859_1));
    out.write(0xe9); // a map of nine
    pair(out, "node_count", new byte[] {(byte) 0xc4, 0, 0, high(nodes.size()), low(nodes.size())});
    pair(out, "record_size", new byte[] {(byte) 0xa1, 24});
    pair(out, "ip_version", new byte[] {(byte) 0xa1, 6});
    string(out, "database_type");
    string(out, type);
    pair(out, "languages", new byte[] {0x00, 0x04});
    pair(out, "binary_format_major_version", new byte[] {(byte) 0xa1, 2});
    pair(out, "binary_format_minor_version", new byte[] {(byte) 0xa0});
    pair(out, "build_epoch", new byte[] {0x04, 0x02, 0x6a, 0, 0, 0});
    pair(out, "description", new byte[] {(byte) 0xe0});
    return out.toByteArray();
  }

  private static int side(byte[] address, int bit) {
    return address[bit / 8] >> (7 - bit % 8) & 1;
  }

  private static byte high(int n) {
    return (byte) (n >> 8);
  }

  private static byte low(int n) {
    return (byte) n;
  }

  private static void pair(ByteArrayOutputStream out, String key, byte[] value) {
    string(out, key);
    out.writeBytes(value);
  }

  private static void write(ByteArrayOutputStream out, Object value) {
    if (value instanceof Map<?, ?> map) {
      out.write(0xe0 | map.size());
      map.forEach(
          (key, each) -> {
            string(out, (String) key);
            write(out, each);
          });
    } else {
      string(out, (String) value);
    }
  }

  /** Of at most 28 bytes. */
  private static void string(ByteArrayOutputStream out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write(0x40 | bytes.length);
    out.writeBytes(bytes);
  }
}
