package eu.rempart.ops.backup.program;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Paths that are written into files which programs are told by. */
public final class ProgramPath {

  /** What pgBackRest and libpq read as something else; a second line would be another order. */
  private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}'\"\\\\,;#%$`]");

  private ProgramPath() {}

  /** Whether programs read it as it is meant. */
  public static boolean isFit(Path path) {
    return path.isAbsolute()
        && path.equals(path.normalize())
        && !UNFIT.matcher(path.toString()).find();
  }
}
