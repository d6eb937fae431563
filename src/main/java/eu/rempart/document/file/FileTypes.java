package eu.rempart.document.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.tika.Tika;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;

/**
 * What a file is, by what is in it, and whether that is what its name says. Only the beginning is
 * looked at, by Apache Tika's table of marks: nothing is unpacked or parsed. Thread safe.
 */
public final class FileTypes {

  /** Bytes of the beginning that are looked at. */
  public static final int BEGINNING = 64 * 1024;

  /** What nobody opens by mistake under another name. */
  private static final Set<String> PROGRAMS =
      Set.of(
          "application/x-dosexec",
          "application/x-msdownload",
          "application/x-executable",
          "application/x-sharedlib",
          "application/x-elf",
          "application/x-mach-o",
          "application/java-vm",
          "application/x-sh",
          "text/x-perl",
          "text/x-python",
          "application/javascript",
          "text/javascript",
          "text/html",
          "application/xhtml+xml",
          "image/svg+xml",
          "application/x-ms-shortcut");

  private static final Tika TIKA = new Tika();
  private static final MediaTypeRegistry KNOWN = MediaTypeRegistry.getDefaultRegistry();

  private FileTypes() {}

  /**
   * The type of a file.
   *
   * @param beginning its first {@link #BEGINNING} bytes, or all of it
   * @throws FileRefusedException if it is not what its name says
   */
  public static String of(FileName name, byte[] beginning) throws FileRefusedException {
    MediaType inside = base(detect(beginning, null));
    MediaType both = base(detect(beginning, name.value()));
    MediaType said = base(MediaType.parse(TIKA.detect(name.value())));
    if (disguised(said, inside)) {
      throw new FileRefusedException(FileRefusedException.Reason.OTHER_KIND);
    }
    // a table whose first word is "Article" is no message, though such messages begin so
    return (isText(said) && isText(inside) ? said : both).toString();
  }

  private static MediaType detect(
      byte[] beginning, @org.jspecify.annotations.Nullable String name) {
    try (var in = new ByteArrayInputStream(beginning)) {
      return MediaType.parse(name == null ? TIKA.detect(in) : TIKA.detect(in, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // there is no input or output
    }
  }

  private static MediaType base(MediaType type) {
    return KNOWN.normalize(type).getBaseType();
  }

  private static boolean disguised(MediaType said, MediaType inside) {
    if (MediaType.OCTET_STREAM.equals(inside) || MediaType.OCTET_STREAM.equals(said)) {
      return isProgram(inside) && !MediaType.OCTET_STREAM.equals(said);
    }
    if (said.equals(inside) || KNOWN.isSpecializationOf(said, inside)) {
      return false;
    }
    if (isProgram(inside)) {
      return !isProgram(said);
    }
    if (isPicture(said) && isPicture(inside)) {
      return false; // cameras and messengers call every picture a JPEG
    }
    // text says little of what it is: a table, a letter, a list
    return !isText(inside) && !KNOWN.isSpecializationOf(inside, said);
  }

  private static boolean isText(MediaType type) {
    return type.getType().equals("text") || type.getType().equals("message");
  }

  private static boolean isProgram(MediaType type) {
    return PROGRAMS.contains(type.toString())
        || KNOWN.isSpecializationOf(type, MediaType.application("x-executable"));
  }

  private static boolean isPicture(MediaType type) {
    return type.getType().equals("image") && !isProgram(type);
  }
}
