package eu.rempart.edge.place;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/**
 * The places that come with the application, written by its build as the arrays that are looked up
 * in: to read the 600,000 networks of the mmdb file that they are made of takes two seconds of a
 * processor, which every start would spend again.
 */
public final class BundledPlaces {

  private static final String NAME = "places.bin";

  /** Changes with the form, so that nothing is read as what it is not. */
  private static final int MAGIC = 0x52_50_4c_31;

  private BundledPlaces() {}

  /**
   * Called by the build.
   *
   * @param arguments an mmdb file, and the folder of the classes it belongs to
   */
  public static void main(String[] arguments) throws IOException {
    Path mmdb = Path.of(arguments[0]);
    Path folder = Path.of(arguments[1], BundledPlaces.class.getPackageName().split("\\."));
    try (OutputStream out = Files.newOutputStream(folder.resolve(NAME))) {
      write(PlaceFile.read(Files.readAllBytes(mmdb), false), out);
    }
  }

  /** Those of this build. */
  static PlaceFile read() {
    try (InputStream in =
        Objects.requireNonNull(
            BundledPlaces.class.getResourceAsStream(NAME), NAME + " is missing from the build")) {
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(PlaceFile places, OutputStream out) throws IOException {
    var data = new DataOutputStream(out);
    data.writeInt(MAGIC);
    data.writeUTF(places.type());
    data.writeLong(places.built().toEpochMilli());
    places.table().write(data);
    data.flush();
  }

  static PlaceFile read(InputStream in) throws IOException {
    var data = new DataInputStream(in);
    if (data.readInt() != MAGIC) {
      throw new IOException(NAME + " has another form: build again");
    }
    String type = data.readUTF();
    Instant built = Instant.ofEpochMilli(data.readLong());
    return new PlaceFile(type, built, PlaceTable.read(data));
  }
}
