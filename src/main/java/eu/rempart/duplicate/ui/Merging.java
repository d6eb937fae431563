package eu.rempart.duplicate.ui;

import eu.rempart.shell.bulk.BulkWork;
import eu.rempart.shell.merge.MergeRoom;
import java.util.List;
import java.util.stream.Stream;

/** A merge as a change that can be taken back as a whole, days later. */
final class Merging {

  private Merging() {}

  static BulkWork work(MergeRoom room, MergeChoice choice) {
    return new BulkWork(
        room.kind(),
        "merge",
        null,
        2,
        () -> Stream.of(List.of(choice.stays(), choice.goes())),
        _ -> room.merge(choice.stays(), choice.goes(), choice.taken()) ? 2 : 0,
        room::seen);
  }
}
