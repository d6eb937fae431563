package eu.rempart.document.ui;

import eu.rempart.document.DocumentData;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What one person typed, put upon what another saved meanwhile. */
final class DocumentMerge {

  private final DocumentData before;
  private final DocumentData mine;
  private final DocumentData theirs;

  private DocumentMerge(DocumentData before, DocumentData mine, DocumentData theirs) {
    this.before = before;
    this.mine = mine;
    this.theirs = theirs;
  }

  static DocumentData of(DocumentData before, DocumentData mine, DocumentData theirs) {
    var merge = new DocumentMerge(before, mine, theirs);
    return new DocumentData(
        merge.pick(DocumentData::name),
        merge.pick(DocumentData::folder),
        merge.pick(DocumentData::sort),
        Objects.requireNonNull(merge.pick(DocumentData::state)),
        merge.pick(DocumentData::published),
        merge.pick(DocumentData::expires),
        merge.pick(DocumentData::description),
        merge.pick(DocumentData::owner),
        merge.pick(DocumentData::tags));
  }

  /** Mine where I changed it, else theirs. */
  private <T extends @Nullable Object> T pick(Function<DocumentData, T> field) {
    T own = field.apply(mine);
    return Objects.equals(own, field.apply(before)) ? field.apply(theirs) : own;
  }
}
