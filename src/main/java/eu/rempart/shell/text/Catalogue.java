package eu.rempart.shell.text;

import com.vaadin.flow.i18n.I18NProvider;
import eu.rempart.common.number.NumberFormats;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * All texts of all rooms: {@code i18n/<room>.properties} in English and {@code
 * i18n/<room>_<language>.properties} in the other languages, read once at the start.
 *
 * <p>A text with arguments is a {@link MessageFormat} pattern; one without is taken as it stands,
 * so apostrophes need doubling only in patterns.
 *
 * <p>English and French are complete, and are what people choose from. German and Dutch are begun:
 * what they have is used, English stands in for the rest. They are offered nowhere until they are
 * complete and read through by people who speak them, since a screen in two languages at once is
 * harder to read than one in English; {@code BegunLanguagesTest} lists what they lack. To offer
 * one, move it to the complete ones and add its name to the choices of languages.
 */
@Component
public final class Catalogue implements I18NProvider {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);
  private static final Pattern APART = Pattern.compile(" (?=[:;?!»])");
  private static final List<Locale> COMPLETE = List.of(Locale.ENGLISH, Locale.FRENCH);
  private static final List<Locale> BEGUN = List.of(Locale.GERMAN, Locale.of("nl"));

  private final Map<Locale, Map<String, String>> texts;

  /** Reads every bundle on the class path; a key that stands twice is refused. */
  public Catalogue() {
    var read = new HashMap<Locale, Map<String, String>>();
    COMPLETE.forEach(language -> read.put(language, new HashMap<>()));
    BEGUN.forEach(language -> read.put(language, new HashMap<>()));
    for (Resource bundle : bundles()) {
      var name = Objects.requireNonNull(bundle.getFilename());
      var into = Objects.requireNonNull(read.get(languageOf(name)), name);
      properties(bundle)
          .forEach(
              (key, text) -> {
                if (into.put((String) key, set(name, (String) text)) != null) {
                  throw new IllegalStateException("%s: key %s stands twice".formatted(name, key));
                }
              });
    }
    texts = Map.copyOf(read);
  }

  /** The complete languages only: Flow chooses among these by what the browser asks for. */
  @Override
  public List<Locale> getProvidedLocales() {
    return COMPLETE;
  }

  /** The languages that are begun and not offered yet. */
  static List<Locale> begun() {
    return BEGUN;
  }

  @Override
  public String getTranslation(String key, Locale locale, Object... arguments) {
    var text = of(locale).get(key);
    if (text == null) {
      text = of(Locale.ENGLISH).get(key);
    }
    if (text == null) {
      LOG.error("No text for key {}", key);
      return key;
    }
    return arguments.length == 0
        ? text
        : NumberFormats.readable(
            new MessageFormat(text, Formats.regional(locale)).format(arguments));
  }

  /**
   * The texts that stand in the files of a language, by key: fewer than in English for one that is
   * begun, and those of English for one that is not there.
   */
  public Map<String, String> of(Locale locale) {
    var language = Locale.of(locale.getLanguage());
    return Objects.requireNonNull(texts.getOrDefault(language, texts.get(Locale.ENGLISH)));
  }

  private static Resource[] bundles() {
    try {
      return new PathMatchingResourcePatternResolver(Catalogue.class.getClassLoader())
          .getResources("classpath*:i18n/*.properties");
    } catch (IOException e) {
      throw new UncheckedIOException("Can't list i18n/*.properties", e);
    }
  }

  /** French never breaks a line before a mark that stands apart, nor inside its quotation marks. */
  private static String set(String fileName, String text) {
    return languageOf(fileName).equals(Locale.FRENCH)
        ? APART.matcher(text).replaceAll("\u00a0").replace("« ", "«\u00a0")
        : text;
  }

  private static Properties properties(Resource bundle) {
    var properties = new Properties();
    try (Reader in = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
      properties.load(in);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException("Can't read " + bundle.getFilename(), e);
    }
  }

  private static Locale languageOf(String fileName) {
    var underscore = fileName.indexOf('_');
    return underscore < 0
        ? Locale.ENGLISH
        : Locale.of(fileName.substring(underscore + 1, fileName.indexOf('.')));
  }
}
