package eu.rempart.tls.hello;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelloAssemblerTest {

  @Test
  void tellsWhatTheJdkOffers() throws Exception {
    ClientHello hello = whole(Hellos.ofTheJdk());

    assertThat(hello.serverName()).isEqualTo("crm.example");
    assertThat(hello.alpn()).containsExactly("h2", "http/1.1");
    assertThat(hello.versions()).startsWith(0x0304, 0x0303);
    assertThat(hello.ciphers()).startsWith(0x1302, 0x1301);
    assertThat(hello.groups()).contains(0x001d);
    assertThat(hello.resumes()).isFalse();
    assertThat(hello.ja4()).matches("t13d\\d{4}h2_[0-9a-f]{12}_[0-9a-f]{12}");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 7, 100, 16_384})
  void packetsMayCutItAnywhere(int portion) throws Exception {
    byte[] record = Hellos.ofTheJdk();
    HelloAssembler assembler = new HelloAssembler();
    ClientHello hello = null;
    for (int at = 0; at < record.length; at += portion) {
      assertThat(hello).isNull();
      hello = assembler.feed(ByteBuffer.wrap(record, at, Math.min(portion, record.length - at)));
    }

    assertThat(hello).isEqualTo(whole(record));
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 100, 1_000})
  void recordsMayCutItAnywhere(int portion) throws Exception {
    byte[] record = Hellos.ofTheJdk();
    byte[] cut = Hellos.records(Hellos.messageOf(record), portion);

    assertThat(whole(cut)).isEqualTo(whole(record));
  }

  @Test
  void whatFollowsIsLeftInTheBuffer() throws Exception {
    byte[] record = Hellos.ofTheJdk();
    ByteBuffer in = ByteBuffer.wrap(Arrays.copyOf(record, record.length + 9));

    assertThat(new HelloAssembler().feed(in)).isNotNull();
    assertThat(in.remaining()).isEqualTo(9);
  }

  @Test
  void tooManyRecordsAreRefused() {
    byte[] crumbs = Hellos.records(Hellos.messageOf(Hellos.ofTheJdk()), 1);

    assertRefused(crumbs, "too many records");
  }

  @Test
  void aHelloOfMoreThan16KiBIsRefusedBeforeItArrives() {
    assertRefused(Hellos.bytes("16030100040100" + "4001"), "longer than");
  }

  @Test
  void aHelloOf16KiBIsRead() throws Exception {
    String padding = Hellos.extension(21, "00".repeat(HelloAssembler.LONGEST - 47));
    byte[] message = Hellos.message(0x0303, "1301", padding);

    assertThat(message).hasSize(4 + HelloAssembler.LONGEST);
    assertThat(whole(Hellos.records(message, 8_192)).extensions()).containsExactly(21);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\n",
        "PROXY TCP4 1.2.3.4 5.6.7.8 1 2\r\n",
        "SSH-2.0-OpenSSH\r\n",
        "\u0080.\u0001", // SSL 2
        "\u0016\u0004", // a version that there is none of
        "\u0016\u0003\u0001\u0000\u0000", // an empty record
        "\u0016\u0003\u0001@\u0001", // a record that is too long
        "\u0016\u0003\u0001\u0000\u0004\u0002\u0000\u0000\u0000", // a ServerHello
        "\u0017\u0003\u0003\u0000\u0001\u0000", // data
      })
  void somethingElseIsRefusedAsSoonAsItShows(String text) {
    assertRefused(text.getBytes(StandardCharsets.ISO_8859_1), "No ClientHello");
  }

  @Test
  void aTicketOrAPreSharedKeyIsTheClaimToComeBack() throws Exception {
    assertThat(read(Hellos.extension(35, "")).resumes()).isFalse();
    assertThat(read(Hellos.extension(35, "aa")).resumes()).isTrue();
    assertThat(read(Hellos.extension(41, "0000")).resumes()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000", // an extension cut off
        "00000005000000", // longer than the whole
        "000a00030001aa", // an odd list of groups
        "0010000400020268", // a protocol without end
        "00100003000100", // a protocol without a name
        "00000007000500000261c3", // a name with a byte beyond ASCII
        "000000050003000000", // an empty name
        "002b0000002b0000", // an extension twice, and empty versions
      })
  void wrongExtensionsAreRefused(String extensions) {
    byte[] message = Hellos.message(0x0303, "1301", extensions);

    assertRefused(Hellos.records(message, 16_384), "No ClientHello");
  }

  @Test
  void aHelloWithoutExtensionsOrSuitesIsReadAsFarAsItIsOne() throws Exception {
    byte[] old = Hellos.message(0x0301, "002f", "");
    byte[] none = Hellos.message(0x0303, "", "");

    assertThat(whole(Hellos.records(old, 999)).versions()).containsExactly(0x0301);
    assertRefused(Hellos.records(none, 999), "no cipher suite");
  }

  @Test
  void theFingerprintIsThatOfThePublishedExample() throws Exception {
    // https://github.com/FoxIO-LLC/ja4/blob/main/technical_details/JA4.md
    String suites = "aaaa" + "130113021303c02bc02fc02cc030cca9cca8c013c014009c009d002f0035";
    String extensions =
        Hellos.extension(0x1a1a, "")
            + Hellos.extension(0x001b, "")
            + Hellos.serverName("example.com")
            + Hellos.extension(0x0033, "")
            + Hellos.extension(0x0010, "000c02683208687474702f312e31")
            + Hellos.extension(0x4469, "")
            + Hellos.extension(0x0017, "")
            + Hellos.extension(0x002d, "")
            + Hellos.extension(0x000d, "001004030804040105030805050108060601")
            + Hellos.extension(0x0005, "")
            + Hellos.extension(0x0023, "")
            + Hellos.extension(0x0012, "")
            + Hellos.extension(0x002b, "06dada03040303")
            + Hellos.extension(0xff01, "")
            + Hellos.extension(0x000b, "")
            + Hellos.extension(0x000a, "00082a2a001d00170018")
            + Hellos.extension(0x0015, "");
    byte[] message = Hellos.message(0x0303, suites, extensions);

    ClientHello hello = whole(Hellos.records(message, 16_384));

    assertThat(hello.ja4()).isEqualTo("t13d1516h2_8daaf6152771_e5627efa2ab1");
    assertThat(hello.groups()).containsExactly(0x001d, 0x0017, 0x0018);
  }

  private static ClientHello read(String extensions) throws HelloException {
    return whole(Hellos.records(Hellos.message(0x0303, "1301", extensions), 16_384));
  }

  private static ClientHello whole(byte[] bytes) throws HelloException {
    ClientHello hello = new HelloAssembler().feed(ByteBuffer.wrap(bytes));
    assertThat(hello).isNotNull();
    return hello;
  }

  private static void assertRefused(byte[] bytes, String why) {
    assertThatThrownBy(() -> new HelloAssembler().feed(ByteBuffer.wrap(bytes)))
        .isInstanceOf(HelloException.class)
        .hasMessageContaining(why);
  }
}
