package eu.rempart.shell.field;

import eu.rempart.shell.text.Texts;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A language, kept as a BCP 47 tag; one that is not offered is shown nevertheless. */
public final class LanguageField extends ChoiceField<String> {

  private static final long serialVersionUID = 1L;

  public LanguageField() {
    setItemLabelGenerator(LanguageField::name);
    setClearButtonVisible(true);
    offer(null);
  }

  @Override
  public void setValue(@Nullable String tag) {
    if (tag != null && !Languages.COMMON.contains(tag)) {
      offer(tag);
    }
    super.setValue(tag);
  }

  private void offer(@Nullable String other) {
    List<String> sorted =
        Languages.COMMON.stream().sorted(Comparator.comparing(LanguageField::name)).toList();
    Set<String> items = new LinkedHashSet<>(sorted);
    if (other != null) {
      items.add(other);
    }
    setItems(items);
  }

  private static String name(String tag) {
    return Locale.forLanguageTag(tag).getDisplayName(Texts.locale());
  }
}
