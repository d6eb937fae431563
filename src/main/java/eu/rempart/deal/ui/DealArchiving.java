package eu.rempart.deal.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.deal.DealId;
import eu.rempart.deal.DealService;
import eu.rempart.shell.WayBack;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Moves deals to the bin, and offers to take that back. */
@Component
final class DealArchiving {

  private final DealService deals;
  private final WayBack back;

  DealArchiving(DealService deals, WayBack back) {
    this.deals = deals;
    this.back = back;
  }

  /**
   * Archives at once.
   *
   * @param done called when it is done
   * @param undone called when it was taken back
   */
  void archive(List<DealId> ids, Runnable done, Runnable undone) {
    UUID change = deals.archive(ids);
    done.run();
    back.offer(
        t("deal.archived", ids.size()),
        change,
        () -> {
          deals.cameBack(ids);
          undone.run();
        });
  }
}
