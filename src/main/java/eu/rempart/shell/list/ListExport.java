package eu.rempart.shell.list;

import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A way to take a list out of the house; another room offers it for the lists that it knows.
 *
 * @param <Q> what the list asks for
 */
public interface ListExport<Q> {

  /** The formats of these, in their order: one may come in several. */
  static <Q> List<ListExport<Q>> formats(Stream<ListExport<Q>> exports) {
    return exports.flatMap(export -> export.variants().stream()).toList();
  }

  /** The formats that this one comes in. */
  default List<ListExport<Q>> variants() {
    return List.of(this);
  }

  /** Key of the format's name. */
  String labelKey();

  /**
   * The file, made while it is downloaded; whoever may not take records out gets none.
   *
   * @param chosen the records that are selected; when empty, all that the list shows
   * @throws eu.rempart.search.rule.RuleOutdatedException if all are to leave, and the list is
   *     filtered by a field that is gone
   * @throws eu.rempart.common.proof.FreshProofRequiredException if many are to leave, and the
   *     password was not typed a moment ago
   */
  DownloadHandler file(Q query, List<UUID> chosen);
}
