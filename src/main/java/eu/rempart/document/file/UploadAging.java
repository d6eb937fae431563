package eu.rempart.document.file;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets files vanish that nobody went on with. */
@Component
class UploadAging {

  private final UploadRepository uploads;
  private final TransactionTemplate transactions;
  private final DocumentSettings settings;

  UploadAging(
      UploadRepository uploads,
      PlatformTransactionManager transactions,
      DocumentSettings settings) {
    this.uploads = uploads;
    this.transactions = new TransactionTemplate(transactions);
    this.settings = settings;
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT3M")
  void forget() {
    forgetBefore(Instant.now().minus(settings.unfinished()));
  }

  int forgetBefore(Instant limit) {
    List<UUID> old = uploads.untouchedSince(limit);
    old.forEach(id -> transactions.executeWithoutResult(status -> uploads.vanish(id)));
    return old.size();
  }
}
