/** Draws word clouds: pictures of words, each as large as it is frequent. */
package firesteel.charts.wordcloud;
