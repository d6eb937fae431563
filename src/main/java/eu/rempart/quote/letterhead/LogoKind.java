package eu.rempart.quote.letterhead;

import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.generated.LetterheadLogoSealed;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.history.RecordKind;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What history needs to know about logos: the letterhead's tells them by the names of files. */
@Component
class LogoKind implements RecordKind {

  @Override
  public KeptTable<?, ?, ?> table() {
    return KeptTables.LETTERHEAD_LOGO;
  }

  @Override
  public String displayName(KeptRow row) {
    return row.open(LetterheadLogoSealed.NAME).or("");
  }

  @Override
  public Optional<String> path(UUID id) {
    return Optional.of("letterhead");
  }
}
