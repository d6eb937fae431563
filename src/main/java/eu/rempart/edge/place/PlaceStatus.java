package eu.rempart.edge.place;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which places are in use.
 *
 * @param own whether they are from the operator's own file
 * @param type as the file calls itself; null while none is loaded
 * @param built when its maker made it
 * @param ranges how many ranges of addresses
 * @param problem the code of what is wrong with the operator's file, {@code E-PLACE-1} and
 *     following; null if nothing is
 */
public record PlaceStatus(
    boolean own,
    @Nullable String type,
    @Nullable Instant built,
    int ranges,
    @Nullable String problem) {

  /** Whose data the bundled file has: the licence, CC BY 4.0, asks for these words. */
  public static final String ATTRIBUTION = "Number Resource Organization (nro.net), CC BY 4.0";
}
