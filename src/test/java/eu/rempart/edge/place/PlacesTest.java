package eu.rempart.edge.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.maxmind.db.Reader;
import eu.rempart.tls.gate.Source;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {

  private static final Map<String, ?> FRANCE = Map.of("country", Map.of("iso_code", "FR"));
  private static final Map<String, ?> BRAZIL = Map.of("country", Map.of("iso_code", "BR"));

  @TempDir Path folder;

  @Test
  void theBundledFileAndTheMakersReaderAgreeOnEveryAddress() throws Exception {
    Places places = Places.open(null);
    var random = new SplittableRandom(5);
    try (var in = bundled();
        var reader = new Reader(in)) {
      for (int i = 0; i < 200_000; i++) {
        byte[] bytes = new byte[i % 2 == 0 ? 4 : 16];
        random.nextBytes(bytes);
        if (bytes.length == 16) {
          // where addresses are given out at all: 2000::/3, and its busiest part
          bytes[0] = (byte) (i % 4 == 1 ? 0x2a : 0x20 | (bytes[0] & 0x1f));
          bytes[1] = (byte) (i % 4 == 1 ? bytes[1] & 0x0f : bytes[1]);
        }
        InetAddress address = InetAddress.getByAddress(bytes);
        if (address.isSiteLocalAddress()) {
          continue; // the file puts some of them into countries
        }
        Map<?, ?> facts = reader.get(address, Map.class);
        Object expected = facts == null ? "ZZ" : facts.get("country_code");
        assertThat(place(places, address)).as(address.getHostAddress()).isEqualTo(expected);
      }
    }
    assertThat(places.status().own()).isFalse();
    assertThat(places.status().ranges()).isGreaterThan(100_000);
  }

  @Test
  void theBuildSaysWhatItsFileSays() throws Exception {
    PlaceFile made;
    try (var in = bundled()) {
      made = PlaceFile.read(in.readAllBytes(), false);
    }
    PlaceFile kept = BundledPlaces.read();

    assertThat(kept.type()).isEqualTo(made.type());
    assertThat(kept.built()).isEqualTo(made.built());
    assertThat(bytes(kept)).isEqualTo(bytes(made));
  }

  @Test
  void placesInAnotherFormAreNotGuessedAt() {
    byte[] former = new byte[100];

    assertThatThrownBy(() -> BundledPlaces.read(new ByteArrayInputStream(former)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("build again");
  }

  private static byte[] bytes(PlaceFile places) throws IOException {
    var out = new ByteArrayOutputStream();
    BundledPlaces.write(places, out);
    return out.toByteArray();
  }

  @Test
  void anAddressThatNoFileKnowsIsAPlaceOfItsOwn() throws Exception {
    Places places = Places.open(null);

    assertThat(place(places, "10.1.2.3")).isEqualTo("ZZ");
    assertThat(place(places, "127.0.0.1")).isEqualTo("ZZ");
    assertThat(place(places, "fd00::1")).isEqualTo("ZZ");
    assertThat(Place.UNKNOWN.country()).isEmpty();
    assertThat(Place.of(Place.UNKNOWN_INDEX)).isEqualTo(Place.UNKNOWN);
  }

  @Test
  void theOperatorsFileOfCountriesOrCitiesIsTaken() throws Exception {
    Path file = file(country().bytes());
    Places places = Places.open(file);

    assertThat(places.status().own()).isTrue();
    assertThat(places.status().type()).isEqualTo("GeoLite2-Country");
    assertThat(place(places, "203.0.113.255")).isEqualTo("FR");
    assertThat(place(places, "203.0.114.0")).isEqualTo("ZZ");
    assertThat(place(places, "203.0.112.255")).isEqualTo("ZZ");
    assertThat(place(places, "2001:db8:1:ffff::1")).isEqualTo("BR");
    assertThat(place(places, "2001:db8:2::")).isEqualTo("ZZ");
    assertThat(place(places, "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")).isEqualTo("FR");

    replace(
        file,
        new MmdbWriter("DBIP-City-Lite")
            .put(
                "203.0.113.0/24",
                Map.of("city", Map.of("name", "Rio"), "country", Map.of("iso_code", "BR")))
            .bytes());
    places.refresh();

    assertThat(place(places, "203.0.113.9")).isEqualTo("BR");
    assertThat(places.status().type()).isEqualTo("DBIP-City-Lite");
  }

  @Test
  void aFileThatGoesBadChangesNothing() throws Exception {
    byte[] good = country().bytes();
    Path file = file(good);
    Places places = Places.open(file);
    byte[] networks =
        new MmdbWriter("GeoLite2-ASN")
            .put("203.0.113.0/24", Map.of("autonomous_system", "64500"))
            .bytes();

    replace(file, java.util.Arrays.copyOf(good, good.length / 2));
    assertKept(places, "E-PLACE-3");
    replace(file, networks);
    assertKept(places, "E-PLACE-4");
    replace(file, "<html>404</html>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertKept(places, "E-PLACE-3");
    Files.delete(file);
    assertKept(places, "E-PLACE-1");

    replace(file, new MmdbWriter("New").put("203.0.113.0/24", BRAZIL).bytes());
    places.refresh();
    assertThat(places.status().problem()).isNull();
    assertThat(place(places, "203.0.113.9")).isEqualTo("BR");
  }

  @Test
  void aFileThatIsAwayForAWhileIsNoProblemOnceItIsBack() throws Exception {
    Path file = file(country().bytes());
    Places places = Places.open(file);

    Path away = Files.move(file, folder.resolve("away"));
    assertKept(places, "E-PLACE-1");
    Files.move(away, file);
    places.refresh();

    assertThat(places.status().problem()).isNull();
    assertThat(place(places, "203.0.113.9")).isEqualTo("FR");
  }

  @Test
  void aFileWithEveryByteDamagedInTurnNeverBreaksTheLookUp() throws Exception {
    byte[] good = country().bytes();
    Path file = file(good);
    Places places = Places.open(file);
    for (int i = 0; i < good.length; i++) {
      byte[] damaged = good.clone();
      damaged[i] ^= (byte) 0xff;
      replace(file, damaged);
      places.refresh();
      assertThat(place(places, "203.0.113.9")).hasSize(2);
    }
  }

  @Test
  void addressesOfLocalNetworksAreNowhereUnlessTheOperatorSays() throws Exception {
    Places places = Places.open(null);

    for (String local : List.of("10.1.2.3", "172.16.0.1", "192.168.1.2", "127.0.0.1", "fd00::1")) {
      assertThat(place(places, local)).as(local).isEqualTo("ZZ");
    }
    Path own = file(new MmdbWriter("Own").put("192.168.0.0/16", FRANCE).bytes());
    assertThat(place(Places.open(own), "192.168.1.2")).isEqualTo("FR");
  }

  @Test
  void withoutAGoodFileAtTheStartTheBundledOneServes() throws Exception {
    Places places = Places.open(folder.resolve("not-there.mmdb"));

    assertThat(places.status().own()).isFalse();
    assertThat(places.status().problem()).isEqualTo("E-PLACE-1");
    assertThat(place(places, "193.0.6.139")).isEqualTo("NL");
  }

  private void assertKept(Places places, String problem) throws Exception {
    places.refresh();
    assertThat(places.status().problem()).isEqualTo(problem);
    assertThat(places.status().type()).isEqualTo("GeoLite2-Country");
    assertThat(place(places, "203.0.113.9")).isEqualTo("FR");
  }

  private static MmdbWriter country() throws Exception {
    return new MmdbWriter("GeoLite2-Country")
        .put("203.0.113.0/24", FRANCE)
        .put("2001:db8:1::/48", BRAZIL)
        .put("ffff:ffff:ffff:ffff:ffff:ffff:ffff:fff0/124", FRANCE);
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("places.mmdb"), content);
  }

  /** Another file in its place, which also shows in its time. */
  private void replace(Path file, byte[] content) throws IOException {
    Instant before =
        Files.exists(file) ? Files.getLastModifiedTime(file).toInstant() : Instant.now();
    Files.write(file, content);
    Files.setLastModifiedTime(file, FileTime.from(before.plusSeconds(1)));
  }

  private static java.io.InputStream bundled() {
    return Objects.requireNonNull(Places.class.getResourceAsStream("geo-whois-asn-country.mmdb"));
  }

  private static String place(Places places, String address) {
    try {
      return place(places, InetAddress.getByName(address));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String place(Places places, InetAddress address) {
    Source source = Source.of(address);
    return Place.of(places.of(source.high(), source.low())).code();
  }
}
