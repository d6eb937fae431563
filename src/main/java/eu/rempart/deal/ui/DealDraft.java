package eu.rempart.deal.ui;

import eu.rempart.deal.DealData;
import eu.rempart.deal.DealDataBuilder;
import java.util.function.Consumer;

/** What the form's fields write into, one after the other. */
final class DealDraft {

  private DealData data;

  DealDraft(DealData data) {
    this.data = data;
  }

  DealData data() {
    return data;
  }

  /** What it is with this change. */
  DealData with(Consumer<DealDataBuilder> change) {
    edit(change);
    return data;
  }

  void edit(Consumer<DealDataBuilder> change) {
    DealDataBuilder builder = data.toBuilder();
    change.accept(builder);
    data = builder.build();
  }
}
