package eu.rempart.alert.incident;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The people who may be told. */
public interface Crew {

  /** All who may sign in and see operations. */
  List<UUID> everybody();

  /** Those of them who look after security: they hear of what nobody else is told of. */
  List<UUID> administrators();

  /** The language of one of them. */
  Locale language(UUID member);

  /** What an engineer is called; empty for anybody whose name is customer data. */
  Optional<String> name(UUID member);
}
