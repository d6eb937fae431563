package eu.rempart.edge.place;

import com.maxmind.db.DatabaseRecord;
import com.maxmind.db.InvalidNetworkException;
import com.maxmind.db.MaxMindDbConstructor;
import com.maxmind.db.MaxMindDbParameter;
import com.maxmind.db.Metadata;
import com.maxmind.db.Reader;
import eu.rempart.edge.place.UnusablePlacesException.Fault;
import eu.rempart.tls.gate.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The contents of an mmdb file with countries: the bundled one, or a GeoLite2, GeoIP2 or DB-IP file
 * of countries or cities.
 *
 * @param type as the file calls itself
 * @param built when its maker made it
 * @see <a href="https://maxmind.github.io/MaxMind-DB/">MaxMind DB File Format</a>
 */
record PlaceFile(String type, Instant built, PlaceTable table) {

  /** A country as all these files write it. Public for the reader, which makes it by reflection. */
  public static final class Country {
    private final @Nullable String code;

    @MaxMindDbConstructor
    public Country(@MaxMindDbParameter(name = "iso_code") @Nullable String code) {
      this.code = code;
    }
  }

  /** What this class reads of a network: the country in one of the two ways files have. */
  public static final class Entry {
    private final @Nullable String code;

    @MaxMindDbConstructor
    public Entry(
        @MaxMindDbParameter(name = "country") @Nullable Country country,
        @MaxMindDbParameter(name = "registered_country") @Nullable Country registered,
        @MaxMindDbParameter(name = "country_code") @Nullable String code) {
      if (code != null) {
        this.code = code;
      } else if (country != null && country.code != null) {
        this.code = country.code;
      } else {
        this.code = registered == null ? null : registered.code;
      }
    }
  }

  /**
   * Reads a whole file.
   *
   * @param local whether to believe it about addresses of local networks (RFC 1918, RFC 4193),
   *     which are nowhere in the world; an operator may say where their own offices are
   * @throws UnusablePlacesException if it is truncated, no mmdb file, or has no countries in it
   */
  static PlaceFile read(byte[] content, boolean local) {
    try (var reader = new Reader(new ByteArrayInputStream(content))) {
      Metadata facts = reader.getMetadata();
      return new PlaceFile(facts.databaseType(), facts.buildTime(), table(reader, local));
    } catch (UnusablePlacesException e) {
      throw e;
    } catch (IOException | InvalidNetworkException | RuntimeException damaged) {
      // the reader trusts its file: damage shows as whatever it stumbles over
      throw new UnusablePlacesException(Fault.DAMAGED, damaged);
    }
  }

  private static PlaceTable table(Reader reader, boolean local)
      throws IOException, InvalidNetworkException {
    var builder = new PlaceTableBuilder();
    boolean found = false;
    var networks = reader.networks(Entry.class);
    while (networks.hasNext()) {
      DatabaseRecord<Entry> record = networks.next();
      Entry entry = record.data();
      if (entry == null || entry.code == null) {
        continue;
      }
      found = true;
      var network = record.network();
      if (!local && isLocal(network.networkAddress())) {
        continue;
      }
      builder.add(
          Source.of(network.networkAddress()), network.prefixLength(), Place.indexOf(entry.code));
    }
    if (!found) {
      throw new UnusablePlacesException(Fault.NO_COUNTRIES, null);
    }
    return builder.build();
  }

  private static boolean isLocal(InetAddress address) {
    return address.isSiteLocalAddress()
        || address.isLinkLocalAddress()
        || address.isLoopbackAddress()
        || (address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc);
  }
}
