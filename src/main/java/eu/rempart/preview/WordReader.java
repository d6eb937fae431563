package eu.rempart.preview;

import eu.rempart.preview.Previewer.Content;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Reads the different words of files, one file at a time, beside those that are previewed. Takes
 * seconds. Thread safe.
 */
@Component
public final class WordReader {

  /** Characters of the words of a file, at most. */
  public static final int MOST = DistinctWords.CHARACTERS;

  private static final Logger LOG = LoggerFactory.getLogger(WordReader.class);

  private final PreviewProcess process;
  private final boolean ready;

  /** From the class path of this application. */
  @Autowired
  public WordReader() {
    this(new PreviewProcess(1), PreviewClassPath.OWN);
  }

  WordReader(PreviewProcess process, PreviewClassPath classPath) {
    this.process = process;
    ready = classPath.starts();
    if (!ready) {
      LOG.warn(
          "No words of files are read, and no PDF or office file is previewed: {} is one JAR with"
              + " others in it, without Spring Boot's launcher; start from one that is extracted"
              + " (-Djarmode=tools extract)",
          classPath.text());
    }
  }

  /** Whether files can be read at all by how this application was started; it is logged if not. */
  public boolean isReady() {
    return ready;
  }

  /**
   * The words of a file with blanks between them, each once, those that come first: {@link #MOST}
   * characters. Empty where it has none, or can't be read.
   *
   * @param mediaType what is in it, found by looking
   * @param size bytes
   * @throws NotStartedException if nothing can be read now
   * @throws IOException if the content can't be read; or if nothing answered, or too late, which
   *     says nothing of the file
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
