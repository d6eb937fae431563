package eu.rempart.notice;

import eu.rempart.mail.Letter;
import eu.rempart.shell.text.Catalogue;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells how much is unread, and where. What it is stays sealed: mail is a postcard. */
@Component
class NoticeLetter implements Letter {

  static final String KIND = "notices";
  static final String COUNT = "count";

  private final Catalogue texts;

  NoticeLetter(Catalogue texts) {
    this.texts = texts;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Content write(Map<String, String> facts, Locale language, String site) {
    int count = Integer.parseInt(facts.getOrDefault(COUNT, "1"));
    return new Content(
        texts.getTranslation("notice.letter.subject", language, count),
        texts.getTranslation("notice.letter.text", language, count, site + "/notices"));
  }
}
