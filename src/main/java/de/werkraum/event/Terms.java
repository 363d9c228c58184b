package de.werkraum.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Takes texts apart: into words, into what is left of words without their endings, and into threes of letters. Thread-safe. */
final class Terms {
    private static final int GRAM = 3;

    private final Analyzer words = chain(false);
    private final Analyzer stems = chain(true);

    /** German and English at once: what is stemmed as the other language is stemmed alike in both texts, and nobody has to guess which it is. */
    private static Analyzer chain(boolean stem) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer source = new StandardTokenizer();
                TokenStream stream = new LowerCaseFilter(source);
                stream = new StopFilter(stream, stopWords());
                stream = new GermanNormalizationFilter(stream);
                if (stem) {
                    stream = new EnglishMinimalStemFilter(new GermanLightStemFilter(stream));
                }
                return new TokenStreamComponents(source, stream);
            }
        };
    }

    private static CharArraySet stopWords() {
        CharArraySet stop = CharArraySet.copy(GermanAnalyzer.getDefaultStopSet());
        stop.addAll(EnglishAnalyzer.getDefaultStopSet());
        return stop;
    }

    /** The stems of a text's words, in their order. */
    List<String> stems(String text) {
        return tokens(stems, text);
    }

    /** Each three letters that follow each other in a word; of a word's beginning and end, two. */
    List<String> grams(String text) {
        List<String> grams = new ArrayList<>();
        for (String word : tokens(words, text)) {
            String framed = "_" + word + "_";
            for (int i = 0; i + GRAM <= framed.length(); i++) {
                grams.add(framed.substring(i, i + GRAM));
            }
        }
        return grams;
    }

    private static List<String> tokens(Analyzer analyzer, String text) {
        List<String> tokens = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }
}
