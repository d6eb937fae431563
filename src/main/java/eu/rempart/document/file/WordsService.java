package eu.rempart.document.file;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import org.springframework.stereotype.Service;

/** How far the words of documents are read, by which they are found. */
@Service
public class WordsService {

  private final WordsRepository words;
  private final Rights rights;

  WordsService(WordsRepository words, Rights rights) {
    this.words = words;
    this.rights = rights;
  }

  /** Of the documents that one may read. */
  public WordsProgress progress() {
    rights.require(Right.READ_RECORDS);
    return words.progress();
  }
}
