package eu.rempart.preview;

import eu.rempart.preview.Previewer.Content;
import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Reads the different words of files, one file at a time, beside those that are previewed. Takes
 * seconds. Thread safe.
 */
@Component
public final class WordReader {

  /** Characters of the words of a file, at most. */
  public static final int MOST = DistinctWords.CHARACTERS;

  private final PreviewProcess process = new PreviewProcess(1);

  /**
   * The words of a file with blanks between them, each once, those that come first: {@link #MOST}
   * characters. Empty where it has none, or can't be read.
   *
   * @param mediaType what is in it, found by looking
   * @param size bytes
   * @throws IOException if the content can't be read
   */
  public Optional<String> words(String mediaType, long size, Content content) throws IOException {
    if (!MediaTypes.hasWords(mediaType)) {
      return Optional.empty();
    }
    return process.run(PreviewProcess.Task.WORDS, mediaType, 0, size, content)
            instanceof Preview.Text text
        ? Optional.of(text.text()).filter(words -> !words.isBlank() && words.length() <= MOST)
        : Optional.empty();
  }
}
