package eu.rempart.document.file;

import eu.rempart.common.Trace;
import java.util.UUID;

/**
 * One version of a document's content.
 *
 * @param document whose it is
 * @param number 1 for the first file of a document
 * @param name as it was brought; the short code of why where it doesn't open
 * @param mediaType what is in it, such as {@code application/pdf}
 * @param size bytes; -1 where it doesn't open
 */
public record StoredFile(
    FileId id,
    UUID document,
    int number,
    FileName name,
    String mediaType,
    long size,
    Trace created) {}
