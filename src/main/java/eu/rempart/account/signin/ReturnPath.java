package eu.rempart.account.signin;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where to go after sign-in: a path of this very site, or nothing. */
public final class ReturnPath {

  /** Name of the request parameter. */
  public static final String PARAMETER = "to";

  // one slash, then letters that can't begin another host's name; no query, no fragment
  private static final Pattern SAFE = Pattern.compile("/[A-Za-z0-9][A-Za-z0-9/_-]{0,199}");

  private ReturnPath() {}

  /** The path with its leading slash, if it is one that may be followed. */
  public static Optional<String> of(@Nullable String wanted) {
    return Optional.ofNullable(wanted)
        .map(path -> path.startsWith("/") ? path : "/" + path)
        .filter(path -> SAFE.matcher(path).matches())
        .filter(path -> !path.startsWith("/login"));
  }
}
